import { Badge, type Tone } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ProposedPair } from "../queries.ts";
import { standingOf } from "../view.ts";

const tones = {
  open: "info",
  taken: "success",
  dismissed: "neutral",
  lapsed: "neutral",
} as const satisfies Record<string, Tone>;

/** Where a proposed pair stands. */
export function PairBadge({ pair }: { readonly pair: Pick<ProposedPair, "state" | "lapsed"> }) {
  const t = useTranslations("engagement.pair.state");
  const standing = standingOf(pair);
  return <Badge tone={tones[standing]}>{t(standing)}</Badge>;
}
