import type { Kernel } from "@lilink/services";
import type { TestKernel } from "@lilink/services/testing";

/** A kernel whose every transaction is taken back instead of committed: what is allowed is tried and leaves nothing. */
export function undoing(kernel: Kernel): Kernel {
  const connect = async () => {
    const client = await kernel.pool.connect();
    return new Proxy(client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        if (name !== "query") return value.bind(target);
        return (text: unknown, ...rest: unknown[]) =>
          value.call(target, text === "commit" ? "rollback" : text, ...rest);
      },
    });
  };
  const pool = new Proxy(kernel.pool, {
    get: (target, name) => (name === "connect" ? connect : Reflect.get(target, name, target)),
  });
  return { ...kernel, pool };
}

const aside = ["audit_entry", "audit_link", "audit_head"];

type Fingerprint = Readonly<Record<string, string>>;

/**
 * Answers, whenever it is asked, how many rows each table has and which transactions wrote them; of the audit what was not refused, for that a
 * call was refused is what stays of it. The statement names every table, so it is planned once.
 */
export async function watchTables(kernel: TestKernel): Promise<() => Promise<Fingerprint>> {
  const tables = await kernel.ownerRows<{ name: string }>(
    "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1",
  );
  const digest = (name: string, where = "") =>
    `select '${name}' as name, count(*) || ' ' || coalesce(sum(t.xmin::text::bigint), 0) as digest from public.${name} t ${where}`;
  const parts = tables.filter(({ name }) => !aside.includes(name)).map(({ name }) => digest(name));
  parts.push(digest("audit_entry", "where action <> 'access.refuse'"));
  const statement = parts.join(" union all ");
  return async () => {
    const rows = await kernel.ownerRows<{ name: string; digest: string }>(statement, [], "fingerprint");
    return Object.fromEntries(rows.map(({ name, digest: found }) => [name, found]));
  };
}
