import { phaseOfCall } from "@lilink/model/fund/life";
import type { Values } from "@lilink/model/register";
import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { phaseTone } from "../view.ts";

/** Where a published call stands by its days: announced, open or closed. */
export function CallPhaseBadge({ values, now }: { readonly values: Values; readonly now: Date }) {
  const t = useTranslations("fund.phase");
  const phase = phaseOfCall(
    { state: "published", opensOn: String(values.opensOn), closesOn: String(values.closesOn) },
    now,
  );
  return <Badge tone={phaseTone[phase]}>{t(phase)}</Badge>;
}
