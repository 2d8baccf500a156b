-- Who carries an import out now: one that was taken for dead and is not brings nothing more in.
alter table imports add column run_token uuid;
