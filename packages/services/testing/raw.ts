import { beginAs } from "@lilink/db";
import type { TestKernel } from "./kernel.ts";
import type { TestMember } from "./people.ts";

/** What somebody can do who holds the web's own connection and acts as a member: "done" and the rows hit, or the code of the refusal. */
export async function asRaw({ app }: TestKernel, member: TestMember, statement: string): Promise<string> {
  const client = await app.pool.connect();
  try {
    await beginAs(client, member.principal, app.clock());
    const { rowCount } = await client.query(statement);
    await client.query("commit");
    return rowCount === 0 ? "nothing" : "done";
  } catch (error) {
    await client.query("rollback");
    return String((error as { code?: string }).code);
  } finally {
    client.release();
  }
}
