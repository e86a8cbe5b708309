import { formatDate } from "@lilink/i18n";
import type { TermCode } from "@lilink/model/matching";
import { isWalled } from "@lilink/model/posting";
import { EmptyState, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import { attributeName, toldTitle } from "#features/posting/view.ts";
import type { InterestForm as InterestFormData } from "../queries.ts";
import { achievementName } from "../view.ts";
import { CalendarNote } from "./calendar-note.tsx";
import { InterestForm } from "./interest-form.tsx";

export type AskPageProps = {
  readonly form: InterestFormData;
  readonly own: string | undefined;
  readonly attributes: readonly string[];
  /** The conditions beside the figures that the match leaves open. */
  readonly terms: readonly TermCode[];
};

/** The interest form, or why there is none and what to do instead. */
export function AskPage({ form, own, attributes, terms }: AskPageProps) {
  const t = useTranslations("introduction.ask");
  const locale = useLocale();
  const { posting, achievement } = form;
  const named = questionOf(attributes, terms.length);
  const names = [
    ...attributes.map((id) => attributeName(id, locale)),
    ...terms.map((term) => t(`term.${term}`)),
  ];
  const question = named && {
    attributes,
    terms,
    text: t(named, { attribute: names[0] ?? "", attributes: names.join(t("join")) }),
  };
  return (
    <ClientMessages namespaces={["introduction", "posting"]}>
      <PageHeader
        up={
          posting ? (
            <PostingTitle
              href={`/postings/${posting.publicId}`}
              concept={posting.concept}
              title={posting.title ?? posting.publicId}
              {...(posting.language && { language: posting.language })}
            />
          ) : achievement ? (
            <TextLink href={`/achievements/${achievement.publicId}`}>
              <OwnWords>{achievementName(achievement, locale)}</OwnWords>
            </TextLink>
          ) : null
        }
        title={t("title")}
        lead={
          <>
            {t("lead", { date: formatDate(form.dueAt, locale) })}{" "}
            {t(posting ? (posting.identity ? "leadNamed" : "leadNameless") : "leadAchievement")}
          </>
        }
      />
      <Hindrance form={form}>
        <CalendarNote dues={[form.dueAt]} />
        <InterestForm
          posting={posting?.publicId ?? null}
          achievement={
            achievement
              ? { publicId: achievement.publicId, title: achievementName(achievement, locale) }
              : null
          }
          own={form.own.map(({ publicId, opens, rival, named, ...one }) => ({
            publicId,
            title: toldTitle(one, locale),
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

/** What is agreed upon, as a price or an amount, is stated; what is a property is measured as well. */
function questionOf(attributes: readonly string[], terms: number) {
  const measured = attributes.some((id) => !isWalled(id));
  if (attributes.length + terms === 0) return null;
  if (attributes.length === 1 && terms === 0) return measured ? "questionFigure" : "questionTerm";
  return measured ? "questionFigures" : "questionTerms";
}

function Hindrance({ form, children }: { readonly form: InterestFormData; readonly children: ReactNode }) {
  const t = useTranslations("introduction");
  const { posting, achievement, mine, open, owed } = form;
  if (mine && !posting) {
    return (
      <EmptyState
        title={t("ask.mineAchievement")}
        action={
          <ButtonLink href={`/achievements/${achievement?.publicId}`}>
            {t("ask.mineAchievementAction")}
          </ButtonLink>
        }
      />
    );
  }
  if (mine) {
    return (
      <EmptyState
        title={t("ask.mine")}
        body={t("ask.mineBody")}
        action={
          <ButtonLink href={`/postings/${posting?.publicId}/matches`}>{t("ask.mineAction")}</ButtonLink>
        }
      />
    );
  }
  if (owed) {
    return (
      <EmptyState
        title={t("ask.owed")}
        body={t("ask.owedBody")}
        action={<ButtonLink href={`/introductions/${owed}`}>{t("ask.owedAction")}</ButtonLink>}
      />
    );
  }
  if (open) {
    return (
      <EmptyState
        title={t(posting ? "ask.open" : "ask.openAchievement")}
        action={<ButtonLink href={`/introductions/${open}`}>{t("ask.openAction")}</ButtonLink>}
      />
    );
  }
  if (!posting && achievement?.state !== "offered") {
    return (
      <EmptyState
        title={t("ask.taken")}
        body={t("ask.takenBody")}
        action={<ButtonLink href="/achievements">{t("ask.takenAction")}</ButtonLink>}
      />
    );
  }
  if (posting && posting.state !== "published") {
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
