import { useTranslations } from "next-intl";
import type { Match } from "../queries.ts";

export type PlaceLineProps = {
  readonly match: Match;
  /** The title of what stands in its place. */
  readonly next?: string | undefined;
};

/** Said where the other side has no place left: how far behind one's posting stands, a count and no name. */
export function PlaceLine({ match: { suggested, standing }, next }: PlaceLineProps) {
  const t = useTranslations("market.suggest");
  if (suggested || !standing || standing.place <= standing.places) return null;
  return (
    <p className="text-sm text-muted">
      {next === undefined ? t("late", standing) : t("lateNext", { ...standing, next })}
    </p>
  );
}
