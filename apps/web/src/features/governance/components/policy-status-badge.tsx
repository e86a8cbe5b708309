import { policyStatusWords } from "@lilink/i18n";
import type { PolicyStatus } from "@lilink/model/governance";
import { Badge } from "@lilink/ui";
import { useLocale } from "next-intl";
import { readPolicyLives } from "../queries.ts";
import { statusLook } from "../view.ts";

/** What a policy is in law. */
export function PolicyStatusBadge({ status }: { readonly status: PolicyStatus }) {
  const word = useLocale() === "en" ? 1 : 0;
  return <Badge tone={statusLook[status].tone}>{policyStatusWords[status][word]}</Badge>;
}

/** What a policy is in law today, read from its events; nothing where they do not say. */
export async function PolicyToday({ id }: { readonly id: string }) {
  // One read for all rows of a list.
  const { items } = await readPolicyLives();
  const status = items.find(({ publicId }) => publicId === id)?.status ?? null;
  return status === null ? null : <PolicyStatusBadge status={status} />;
}
