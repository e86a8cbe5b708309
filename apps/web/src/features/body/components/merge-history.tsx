import { formatDate } from "@lilink/i18n";
import { Section, Timeline } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { MergeView } from "../queries.ts";
import { UndoMerge } from "./undo-merge.tsx";

/** Who became one with whom, why, and what was undone. [BD4] */
export function MergeHistory({ merges }: { readonly merges: readonly MergeView[] }) {
  const t = useTranslations("body.merges");
  const locale = useLocale();
  return (
    <Section id="merges" title={t("title")}>
      <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
      {merges.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <Timeline
          label={t("title")}
          events={merges.map((one) => {
            const merged = one.merged ? organizationName(one.merged, locale) : t("hidden");
            const into = organizationName(one.into, locale);
            return {
              key: one.publicId,
              when: formatDate(one.mergedAt, locale, "time"),
              dateTime: one.mergedAt.toISOString(),
              tone: one.undoneAt ? "neutral" : "success",
              title: <OwnWords>{t("into", { merged, into })}</OwnWords>,
              body: (
                <div className="flex flex-col items-start gap-2">
                  <p>
                    <OwnWords>{one.reason}</OwnWords>{" "}
                    <span className="text-muted">{t("moved", { count: one.moved })}</span>
                  </p>
                  {one.undoneAt ? (
                    <p className="text-muted">
                      {t("undone", {
                        date: formatDate(one.undoneAt, locale, "time"),
                        reason: one.undoReason ?? "",
                      })}
                    </p>
                  ) : null}
                  {one.canUndo ? <UndoMerge publicId={one.publicId} merged={merged} into={into} /> : null}
                </div>
              ),
            };
          })}
        />
      )}
    </Section>
  );
}
