import { reviewCriteria } from "@lilink/model/posting";
import { useTranslations } from "next-intl";

/** What a review looks at, published where one begins to write. */
export function CriteriaList() {
  const t = useTranslations("review.criteria");
  const heading = useTranslations("posting.new");
  return (
    <section aria-labelledby="criteria" className="mt-12 max-w-2xl border-t border-line pt-6">
      <h2 id="criteria" className="mb-2 text-lg">
        {heading("criteria")}
      </h2>
      <ol className="flex list-decimal flex-col gap-1 pl-5">
        {reviewCriteria.map((criterion) => (
          <li key={criterion}>{t(criterion)}</li>
        ))}
      </ol>
    </section>
  );
}
