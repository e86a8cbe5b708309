import { formatDate } from "@lilink/i18n";
import { EmptyState, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { attributeName } from "#features/posting/view.ts";
import type { InterestForm as InterestFormData } from "../queries.ts";
import { CalendarNote } from "./calendar-note.tsx";
import { InterestForm } from "./interest-form.tsx";

export type AskPageProps = {
  readonly form: InterestFormData;
  readonly own: string | undefined;
  readonly attribute: string | undefined;
};

/** The interest form, or why there is none and what to do instead. */
export function AskPage({ form, own, attribute }: AskPageProps) {
  const t = useTranslations("introduction.ask");
  const locale = useLocale();
  const { posting } = form;
  const question =
    attribute === undefined
      ? null
      : { attribute, text: t("questionFigure", { attribute: attributeName(attribute, locale) }) };
  return (
    <ClientMessages namespaces={["introduction", "posting"]}>
      <PageHeader
        up={
          <TextLink href={`/postings/${posting.publicId}`} lang={posting.language === "en" ? "en" : "zh-CN"}>
            {posting.title ?? posting.publicId}
          </TextLink>
        }
        title={t("title")}
        lead={
          <>
            {t("lead", { date: formatDate(form.dueAt, locale) })}{" "}
            {t(posting.identity ? "leadNamed" : "leadNameless")}
          </>
        }
      />
      <Hindrance form={form}>
        <CalendarNote dues={[form.dueAt]} />
        <InterestForm
          posting={posting.publicId}
          own={form.own.map(({ publicId, title, opens, rival, named }) => ({
            publicId,
            title,
            opens,
            rival,
            named,
          }))}
          chosenOwn={form.own.some(({ publicId }) => publicId === own) ? own : undefined}
          question={question}
          ownNames={form.ownNames}
          contact={form.contact}
        />
      </Hindrance>
    </ClientMessages>
  );
}

function Hindrance({ form, children }: { readonly form: InterestFormData; readonly children: ReactNode }) {
  const t = useTranslations("introduction");
  const { posting, mine, open } = form;
  if (mine) {
    return (
      <EmptyState
        title={t("ask.mine")}
        body={t("ask.mineBody")}
        action={<ButtonLink href={`/postings/${posting.publicId}/matches`}>{t("ask.mineAction")}</ButtonLink>}
      />
    );
  }
  if (open) {
    return (
      <EmptyState
        title={t("ask.open")}
        action={<ButtonLink href={`/introductions/${open.publicId}`}>{t("ask.openAction")}</ButtonLink>}
      />
    );
  }
  if (posting.state !== "published") {
    return (
      <EmptyState
        title={t("ask.ended")}
        body={t("ask.endedBody")}
        action={<ButtonLink href="/postings">{t("list.emptyAction")}</ButtonLink>}
      />
    );
  }
  return children;
}
