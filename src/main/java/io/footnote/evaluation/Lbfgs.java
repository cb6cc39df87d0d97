package io.footnote.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds a minimum of a smooth function of many variables by L-BFGS (Nocedal, 1980, <i>Updating quasi-Newton matrices with
 * limited storage</i>) with halved steps. No chance is involved.
 */
final class Lbfgs {
    private static final int MEMORY = 8;
    private static final int MOST_HALVINGS = 30;
    private static final double SUFFICIENT = 1e-4;
    private static final double ENOUGH = 1e-6;
    private static final double LEAST_CURVATURE = 1e-10;

    private Lbfgs() {}

    /** A function to be made small. */
    interface Function {
        /** The value at a point. @param gradient receives the gradient there; all 0 when called */
        double at(double[] point, double[] gradient);
    }

    private record Update(double[] step, double[] change, double product) {}

    /** The point of the least value found, from 0 on. @param steps the most steps taken */
    static double[] minimum(Function function, int size, int steps) {
        double[] point = new double[size];
        double[] gradient = new double[size];
        double value = function.at(point, gradient);
        Deque<Update> updates = new ArrayDeque<>();
        for (int step = 0; step < steps; step++) {
            double[] direction = direction(gradient, updates);
            double slope = product(direction, gradient);
            double[] next = point;
            double[] nextGradient = gradient;
            double nextValue = Double.POSITIVE_INFINITY;
            double length = 1;
            for (int halving = 0;
                    halving < MOST_HALVINGS && !(nextValue <= value - SUFFICIENT * length * slope);
                    halving++) {
                length = halving == 0 ? 1 : length / 2;
                next = plus(point, -length, direction);
                nextGradient = new double[size];
                nextValue = function.at(next, nextGradient);
            }
            double gained = value - nextValue;
            if (!(gained > 0)) {
                return point;
            }
            double[] moved = plus(next, -1, point);
            double[] change = plus(nextGradient, -1, gradient);
            double curvature = product(moved, change);
            if (curvature > LEAST_CURVATURE) {
                updates.addLast(new Update(moved, change, curvature));
                if (updates.size() > MEMORY) {
                    updates.removeFirst();
                }
            }
            point = next;
            gradient = nextGradient;
            value = nextValue;
            if (gained < ENOUGH * Math.abs(value)) {
                return point;
            }
        }
        return point;
    }

    /** The gradient times the inverse of the curvature as far as the last steps tell of it. */
    private static double[] direction(double[] gradient, Deque<Update> updates) {
        double[] direction = gradient.clone();
        List<Double> parts = new ArrayList<>();
        for (Update update : (Iterable<Update>) updates::descendingIterator) {
            double part = product(update.step(), direction) / update.product();
            parts.add(part);
            add(direction, -part, update.change());
        }
        Update last = updates.peekLast();
        double scale = last == null
                ? 1 / Math.max(1, Math.sqrt(product(gradient, gradient)))
                : last.product() / product(last.change(), last.change());
        for (int index = 0; index < direction.length; index++) {
            direction[index] *= scale;
        }
        int left = parts.size();
        for (Update update : updates) {
            double part = parts.get(--left);
            add(direction, part - product(update.change(), direction) / update.product(), update.step());
        }
        return direction;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int index = 0; index < one.length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }

    private static double[] plus(double[] one, double factor, double[] other) {
        double[] sum = one.clone();
        add(sum, factor, other);
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int index = 0; index < to.length; index++) {
            to[index] += factor * what[index];
        }
    }
}
