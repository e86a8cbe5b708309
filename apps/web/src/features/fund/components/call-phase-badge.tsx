import { phaseOfCall } from "@lilink/model/fund/life";
import type { Values } from "@lilink/model/register";
import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { phaseTone } from "../view.ts";

/** Where a call that everybody reads stands: while it is published its days say it. */
export function CallPhaseBadge({
  state,
  values,
  now,
}: {
  readonly state: string;
  readonly values: Values;
  readonly now: Date;
}) {
  const t = useTranslations("fund.phase");
  const phase = phaseOfCall(
    { state, opensOn: String(values.opensOn), closesOn: String(values.closesOn) },
    now,
  );
  return <Badge tone={phaseTone[phase]}>{t(phase)}</Badge>;
}
