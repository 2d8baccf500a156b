import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { roles } from './roles.ts';

/**
 * Brings graphile-worker's schema up to date and lets the roles enqueue and work jobs without owning it.
 * Its tables have row-level security without policies, which shuts out everybody but their owner. Jobs are
 * not a shop's rows (they carry ids), so the policies are open; there is no right to change the schema.
 */
export async function ensureJobQueue(owner: pg.Client, ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet });
  const { rows } = await owner.query<{ grants: string }>(missingGrants, [roles]);
  for (const { grants } of rows) await owner.query(grants);
}

const quiet = new Logger(() => () => {});

/** One row for each grant that is not there yet; none at a usual start. */
const missingGrants = `
  with wanted as (
    select role, table_oid, relname, relkind
    from unnest($1::text[]) as role,
      (select oid as table_oid, relname, relkind from pg_class
       where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'S')) as tables
  )
  select format('grant usage on schema graphile_worker to %I', role) as grants
  from unnest($1::text[]) as role
  where not has_schema_privilege(role, 'graphile_worker', 'usage')
  union all
  select format('grant select on graphile_worker.%I to %I', relname, role)
  from wanted
  where relname = 'migrations' and not has_table_privilege(role, table_oid, 'select')
  union all
  select format('grant select, insert, update, delete on graphile_worker.%I to %I', relname, role)
  from wanted
  where relkind = 'r' and starts_with(relname, '_private_')
    and not has_table_privilege(role, table_oid, 'delete')
  union all
  select format('grant usage on sequence graphile_worker.%I to %I', relname, role)
  from wanted
  where relkind = 'S' and not has_sequence_privilege(role, table_oid, 'usage')
  union all
  select format('create policy %I on graphile_worker.%I to %I using (true) with check (true)',
    'jobs of ' || role, relname, role)
  from wanted
  where relkind = 'r' and starts_with(relname, '_private_')
    and not exists (select from pg_policy where polrelid = table_oid and polname = 'jobs of ' || role)
`;
