import { paperKinds } from "@lilink/model/meeting";
import { useTranslations } from "next-intl";
import type { Meeting } from "../queries.ts";

export type PaperListProps = Pick<Meeting, "papers" | "state">;

/** The printed papers: each in two languages and two forms. Just after its end the minutes are still being made. */
export function PaperList({ papers, state }: PaperListProps) {
  const t = useTranslations("meeting");
  const awaited = state === "closed" && papers.every(({ kind }) => kind !== "minutes");
  if (papers.length === 0) return <p className="text-muted">{t("page.noPapers")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {paperKinds
        .map((kind) => ({ kind, own: papers.filter((paper) => paper.kind === kind) }))
        .filter(({ own }) => own.length > 0)
        .map(({ kind, own }) => (
          <li key={kind} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span className="min-w-32 font-medium">{t(`paper.${kind}`)}</span>
            {own.map((paper) => (
              <a key={paper.publicId} className="text-link" href={`/api/papers/${paper.publicId}`} download>
                {`${t(`paper.${paper.locale}`)} ${t(`paper.${paper.type}`)}`}
              </a>
            ))}
          </li>
        ))}
      {awaited ? (
        <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="min-w-32 font-medium">{t("paper.minutes")}</span>
          <span role="status" className="text-muted">
            {t("page.making")}
          </span>
        </li>
      ) : null}
    </ul>
  );
}
