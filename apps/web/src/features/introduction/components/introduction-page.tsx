import { Badge, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { CallSection } from "#features/appointment/components/call-section.tsx";
import type { Appointments } from "#features/appointment/queries.ts";
import { AdviserPart } from "#features/engagement/components/adviser-part.tsx";
import type { Engagement } from "#features/engagement/queries.ts";
import { OwnTitle, PostingHeading } from "#features/posting/components/made-title.tsx";
import type { Introduction, TicketList } from "../queries.ts";
import { achievementName, stateTones } from "../view.ts";
import { AchievementCard } from "./achievement-card.tsx";
import { AnswerPanel } from "./answer-panel.tsx";
import { CalendarNote } from "./calendar-note.tsx";
import { CloseActions } from "./close-actions.tsx";
import { ContactCard } from "./contact-card.tsx";
import { DueText } from "./due-text.tsx";
import { InterestFacts } from "./interest-facts.tsx";
import { Ledger } from "./ledger.tsx";
import { PostingCard } from "./posting-card.tsx";
import { StateNotice } from "./state-notice.tsx";
import { Thread } from "./thread.tsx";
import { TicketSection } from "./ticket-section.tsx";

export type IntroductionPageProps = {
  readonly introduction: Introduction;
  readonly tickets: TicketList;
  readonly appointments: Appointments | null;
  /** Whether the viewer's role may write. */
  readonly mayWrite: boolean;
  /** The own engagements whose adviser may take part. */
  readonly engaged: readonly Engagement[];
};

/** One introduction from one of its two sides: what is to be done stands first. */
export function IntroductionPage({
  introduction,
  tickets,
  appointments,
  mayWrite,
  engaged,
}: IntroductionPageProps) {
  const t = useTranslations("introduction");
  const common = useTranslations("common");
  const { asked, asking, achievement, side, state, publicId } = introduction;
  const opened = state === "accepted" || state === "ended";
  const locale = useLocale();
  const about = achievement && !asked ? achievementName(achievement, locale) : null;
  const title = asked?.reading?.fields.title ?? t("list.noTitle");
  // Once it is open, the contact is what a phone shows first.
  const contact = (
    <div className="min-w-0 lg:col-start-2 lg:row-start-1">
      <ContactCard introduction={introduction} />
    </div>
  );
  return (
    <ClientMessages namespaces={["introduction", "posting", "support", "engagement", "appointment"]}>
      <LiveRefresh topics={["introduction", "notice"]} label={common("state.loading")} />
      <PageHeader
        up={<TextLink href="/introductions">{t("title")}</TextLink>}
        title={
          about ? (
            <OwnWords>{about}</OwnWords>
          ) : (
            <PostingHeading reading={asked?.reading ?? null} title={title} />
          )
        }
        lead={
          <>
            <OwnTitle reading={asked?.reading ?? null} title={title} />
            {introduction.may.accept ? (
              <>
                {t("detail.answerBy")} <DueText due={introduction.dueAt} />
              </>
            ) : null}
          </>
        }
        badges={
          <span className="flex flex-wrap gap-2">
            <Badge>{t(`side.${side}`)}</Badge>
            <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
          </span>
        }
      />
      <CalendarNote dues={state === "sent" ? [introduction.dueAt] : []} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        {introduction.other ? contact : null}
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {introduction.may.accept ? null : <StateNotice introduction={introduction} />}
          <InterestFacts introduction={introduction} />
          {introduction.may.accept ? (
            <AnswerPanel
              publicId={publicId}
              contact={introduction.contact}
              competes={introduction.competes === true}
              opens={introduction.opens}
              isHandedOn={achievement !== null}
              mayWrite={mayWrite}
            />
          ) : null}
          {opened ? (
            <>
              <AdviserPart introduction={introduction} engaged={engaged} mayWrite={mayWrite} />
              <Thread introduction={introduction} mayWrite={mayWrite} />
              {appointments && (state === "accepted" || appointments.calls.length > 0) ? (
                <CallSection appointments={appointments} mayWrite={mayWrite} />
              ) : null}
              <Ledger introduction={introduction} mayWrite={mayWrite} />
              <TicketSection introduction={introduction} tickets={tickets} mayWrite={mayWrite} />
            </>
          ) : null}
        </div>
        {introduction.other ? null : contact}
        <aside className="min-w-0 lg:col-start-2">
          {achievement ? (
            <AchievementCard
              achievement={achievement}
              relay={introduction.relay}
              ours={side === (asked ? "asking" : "asked")}
            />
          ) : null}
          {asked || !achievement ? (
            <PostingCard id="asked" title={t("detail.asked")} posting={asked} ours={side === "asked"} />
          ) : null}
          <PostingCard id="asking" title={t("detail.asking")} posting={asking} ours={side === "asking"} />
          {mayWrite && (introduction.may.withdraw || introduction.may.end) ? (
            <CloseActions
              publicId={publicId}
              action={introduction.may.withdraw ? "withdraw" : "end"}
              goesBack={introduction.relay?.state === "claimed"}
            />
          ) : null}
        </aside>
      </div>
    </ClientMessages>
  );
}
