import type { ReviewCriterion } from "@lilink/model/posting";
import { NoticeBox } from "@lilink/ui";
import { useTranslations } from "next-intl";

export type ReturnNoticeProps = {
  readonly review: { readonly failedCriteria: readonly string[]; readonly reason: string | null };
};

/** Why a version came back: what is wrong, and what would mend it. */
export function ReturnNotice({ review }: ReturnNoticeProps) {
  const t = useTranslations("posting.edit");
  const faults = useTranslations("review.fault");
  return (
    <NoticeBox tone="warning" title={t("returned")}>
      <ul className="my-1 list-disc pl-5">
        {review.failedCriteria.map((criterion) => (
          <li key={criterion}>{faults(criterion as ReviewCriterion)}</li>
        ))}
      </ul>
      {review.reason ? <p className="whitespace-pre-wrap">{review.reason}</p> : null}
    </NoticeBox>
  );
}
