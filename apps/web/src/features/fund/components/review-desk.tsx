import { formatDate } from "@lilink/i18n";
import { Badge, DataTable, EmptyState, PageHeader, ProgressBar, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { Reviewer, readTasks } from "../queries.ts";
import { reviewTone } from "../view.ts";
import { ReviewerForm } from "./reviewer-form.tsx";

type Given = { readonly tasks: Awaited<ReturnType<typeof readTasks>>; readonly reviewer: Reviewer };

/** The reviewer's desk: how many are done, what is due next, and what the person can review. [FU14] [FU16] */
export function ReviewDesk({ tasks, reviewer }: Given) {
  const t = useTranslations("fund");
  const given = useLocale();
  const locale = given === "en" ? "en" : "zh-CN";
  const counted = tasks.filter(({ state }) => state === "assigned" || state === "submitted");
  const done = counted.filter(({ state }) => state === "submitted").length;
  const text = t("desk.done", { done, all: counted.length });
  return (
    <>
      <PageHeader
        up={<TextLink href="/fund">{t("up")}</TextLink>}
        title={t("desk.title")}
        lead={t("desk.lead")}
      />
      {counted.length > 0 ? (
        <div className="mb-6 max-w-md">
          <ProgressBar value={done / counted.length} valueText={text} label={text} />
        </div>
      ) : null}
      <DataTable
        caption={t("desk.title")}
        rows={tasks}
        rowKey={({ publicId }) => publicId}
        empty={
          <EmptyState
            title={t("desk.none")}
            body={t("desk.noneBody")}
            action={
              <a className="text-link" href="#profile">
                {t("desk.profile")}
              </a>
            }
          />
        }
        columns={[
          {
            key: "name",
            label: t("desk.name"),
            lead: true,
            cell: ({ publicId, title }) =>
              title === null ? (
                <span className="text-muted">{t("desk.hidden")}</span>
              ) : (
                <TextLink href={`/fund/reviews/${publicId}`}>
                  <OwnWords>{title}</OwnWords>
                </TextLink>
              ),
          },
          { key: "due", label: t("desk.due"), cell: ({ dueOn }) => formatDate(dueOn, locale) },
          {
            key: "state",
            label: t("desk.state"),
            speaks: true,
            cell: ({ state }) => <Badge tone={reviewTone[state]}>{t(`reviewState.${state}`)}</Badge>,
          },
        ]}
      />
      <div className="mt-10">
        <Section id="profile" title={t("desk.profile")}>
          <p className="prose-measure mb-4 text-sm text-muted">{t("desk.profileLead")}</p>
          <ReviewerForm reviewer={reviewer} />
        </Section>
      </div>
    </>
  );
}
