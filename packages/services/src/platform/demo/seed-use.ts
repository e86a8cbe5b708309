import type { Database, Principal } from "@lilink/db";
import { postingUse } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import type { UseFramework, UsePurpose } from "@lilink/model/posting";
import { acceptUse } from "../../exchange/use/accept-use.ts";
import { setUse } from "../../exchange/use/set-use.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import given from "./data/use.json" with { type: "json" };

type Terms = {
  readonly purposes: UsePurpose[];
  readonly framework: UseFramework;
  /** So many days from today. */
  readonly days: number | null;
  readonly words: string;
};
type DemoUse = {
  readonly by: string;
  readonly title: string;
  /** Each is a version, with who accepted it. */
  readonly versions: readonly (Terms & {
    readonly accepted: readonly { readonly by: string; readonly agreement: string }[];
  })[];
};

/** Invented terms of use: accepted, changed since, and waiting to be accepted. What is there stays. */
export async function seedUse(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => Principal,
  idsOf: (title: string) => { readonly publicId: string },
): Promise<void> {
  if ((await owner.$count(postingUse)) > 0) return;
  const today = toShanghaiDate(app.clock());
  for (const { by, title, versions } of given as readonly DemoUse[]) {
    const { publicId } = idsOf(title);
    for (const { accepted, days, ...terms } of versions) {
      const until = days === null ? null : shiftDate(today, days);
      const { version } = await call(app, principalOf(by), setUse, { publicId, terms: { ...terms, until } });
      for (const one of accepted)
        await call(app, principalOf(one.by), acceptUse, {
          publicId,
          version: version ?? 0,
          agreement: one.agreement,
        });
    }
  }
}
