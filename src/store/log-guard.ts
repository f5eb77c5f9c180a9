import { type SQL, sql } from 'drizzle-orm';

/** As much of a database as a statement takes. */
interface Commanded {
  execute: (query: SQL) => PromiseLike<unknown>;
}

/**
 * Lets the database itself refuse that an entry of the policy log, or a published profile, is edited or deleted by other
 * means: a table keeps no history to restore it from. Only the deletion of a whole portal may, see `allowDeletion`.
 */
export async function guardLog(database: Commanded): Promise<void> {
  await database.execute(sql`
    create or replace function home_entries_stay() returns trigger language plpgsql as $$
    begin
      if old.kind not in ('policy', 'profile')
        or (tg_op = 'DELETE' and current_setting('partner_icp.deletes', true) = 'portal') then
        return case tg_op when 'DELETE' then old else new end;
      end if;
      raise exception 'entries of the policy log are never edited or deleted (%)', old.key using errcode = '23001';
    end $$`);
  await database.execute(sql`
    do $$ begin
      if not exists (select from pg_trigger where tgname = 'home_entries_stay'
        and tgrelid = 'home_entries'::regclass) then
        create trigger home_entries_stay before update or delete on home_entries
          for each row execute function home_entries_stay();
      end if;
    end $$`);
}

/** Allows it to delete the log of a portal, until the transaction ends. */
export async function allowDeletion(transaction: Commanded): Promise<void> {
  await transaction.execute(sql`select set_config('partner_icp.deletes', 'portal', true)`);
}
