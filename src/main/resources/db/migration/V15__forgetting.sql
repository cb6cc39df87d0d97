-- Whose answer it was to be, so that it can be forgotten: the name by which the reader is told apart, or null.
alter table shown_so_far add column reader text;
