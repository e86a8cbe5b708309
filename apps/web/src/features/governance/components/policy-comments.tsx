import { type Locale, recordWords } from "@lilink/i18n";
import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { ownHalf } from "#lib/in-locale.ts";
import type { Evaluation } from "../queries.ts";

export type PolicyCommentsProps = {
  readonly comments: Evaluation["comments"];
  readonly locale: Locale;
  readonly empty: string;
};

const outcomeTone = { adopted: "success", partly: "info", not_adopted: "warning", noted: "neutral" } as const;

/** What organizations said of a policy, each with its answer. [PY6] */
export function PolicyComments({ comments, locale, empty }: PolicyCommentsProps) {
  const t = useTranslations("governance.evaluation");
  const words = recordWords("policyComment", locale);
  if (comments.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ul className="hairline-list border-y border-line">
      {comments.map(({ publicId, subject, position, clause, comment, observedOn, outcome, answer, by }) => (
        <li key={publicId} className="flex flex-col gap-1 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <TextLink href={`/policy-comments/${publicId}`} className="font-medium">
              <OwnWords>{subject}</OwnWords>
            </TextLink>
            {position ? <Badge>{words.choice("position", position)}</Badge> : null}
          </p>
          <p className="text-sm text-muted">
            <OwnWords>
              {[organizationName(by, locale), clause && ownHalf(clause, locale), observedOn]
                .filter(Boolean)
                .join(" · ")}
            </OwnWords>
          </p>
          <p className="prose-measure whitespace-pre-line">
            <OwnWords mark>{comment}</OwnWords>
          </p>
          <div className="border-l-2 border-line pl-3">
            <p className="text-sm">
              <Badge tone={outcomeTone[outcome]} className="mr-2">
                {words.state(outcome)}
              </Badge>
              <span className="text-muted">{t("answer")}</span>
            </p>
            <p className="prose-measure whitespace-pre-line">
              <OwnWords mark>{answer}</OwnWords>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
