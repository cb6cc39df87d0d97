package io.footnote.evaluation;

/** Systems of linear equations. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves A x = b for a symmetric positive definite matrix by Cholesky's decomposition.
     *
     * @param a the matrix, of which the lower triangle is read and overwritten
     * @param b the right side
     * @throws IllegalArgumentException when the matrix is not positive definite
     */
    static double[] solve(double[][] a, double[] b) {
        int size = b.length;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = a[row][column];
                for (int index = 0; index < column; index++) {
                    sum -= a[row][index] * a[column][index];
                }
                if (row > column) {
                    a[row][column] = sum / a[column][column];
                } else if (sum > 0) {
                    a[row][row] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException("a must be positive definite");
                }
            }
        }
        double[] x = b.clone();
        for (int row = 0; row < size; row++) {
            for (int index = 0; index < row; index++) {
                x[row] -= a[row][index] * x[index];
            }
            x[row] /= a[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int index = row + 1; index < size; index++) {
                x[row] -= a[index][row] * x[index];
            }
            x[row] /= a[row][row];
        }
        return x;
    }
}
