import type { DeclineReason } from "@lilink/model/introduction";
import { useLocale, useTranslations } from "next-intl";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import type { WhyNot } from "../queries.ts";
import { toShared, toVerdictRows } from "../view.ts";
import { MissingLine } from "./missing-lines.tsx";

export type WhyNotAnswerProps = {
  readonly answer: WhyNot["answers"][number];
  readonly reason: DeclineReason | undefined;
};

/** One posting and why it is not among the suggestions; figures that fail are named with what was read. */
export function WhyNotAnswer({ answer, reason }: WhyNotAnswerProps) {
  const t = useTranslations("market.why");
  const page = useTranslations("match.page");
  const locale = useLocale();
  const { code, other, failing, rank, standing } = answer;
  const shared = toShared(answer);
  const told = {
    place: rank?.place ?? 0,
    of: rank?.of ?? 0,
    failing: failing.length,
    reason: reason ? page(`declineReason.${reason}`) : page("noReason"),
  };
  return (
    <div className="border-l-2 border-line pl-4">
      {other ? (
        <p className="font-medium">
          <PostingTitle
            href={`/postings/${other.publicId}`}
            language={other.language}
            concept={other.concept}
            title={other.fields.title}
          />
        </p>
      ) : null}
      <p className="prose-measure">{t(`codes.${code}`, told)}</p>
      {shared ? (
        <p className="prose-measure">
          {t(`shared.${shared}`, { place: standing?.place ?? 0, places: standing?.places ?? 0 })}
        </p>
      ) : null}
      {toVerdictRows(failing, locale).map((row) => (
        <MissingLine key={row.key} row={row} />
      ))}
    </div>
  );
}
