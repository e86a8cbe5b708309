import { nextMove, sideOf } from "@lilink/model/matching";
import type { PostingKind } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { Match } from "../queries.ts";
import { toIntroductionHref } from "../view.ts";
import { AskLink } from "./ask-link.tsx";

export type MoveLinkProps = {
  readonly own: { readonly publicId: string; readonly kind: PostingKind };
  readonly match: Match;
  readonly variant?: "accent" | "plain";
};

/** The one button of a match: what the rule of the next move names, or the way to what is under way. [MT70] */
export function MoveLink({ own, match, variant = "plain" }: MoveLinkProps) {
  const t = useTranslations("match.told");
  const move = nextMove(match.result, sideOf(own.kind, match.other.kind) ?? "demand");
  if (match.introduction || move.move === "introduce")
    return <AskLink own={own.publicId} match={match} variant={variant} />;
  return (
    <ButtonLink
      size="sm"
      variant={variant}
      href={toIntroductionHref(own.publicId, match.other.publicId, move)}
    >
      {t(move.move, { count: move.attributes.length + move.terms.length })}
    </ButtonLink>
  );
}
