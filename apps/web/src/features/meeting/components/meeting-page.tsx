import { formatDate, readerHalf } from "@lilink/i18n";
import { goalCard } from "@lilink/model/goals";
import { Badge, DataTable, NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { StandingNow } from "#features/standing/components/marks.tsx";
import { StandingTable } from "#features/standing/components/standing-table.tsx";
import { TargetFigure } from "#features/target/components/target-marks.tsx";
import type { Meeting, Votable } from "../queries.ts";
import { itemTitle } from "../view.ts";
import { AgendaItem } from "./agenda-item.tsx";
import { KeptList } from "./kept-list.tsx";
import { MeetingControls } from "./meeting-controls.tsx";
import { PaperList } from "./paper-list.tsx";
import { SavedTextsProvider } from "./saved-texts.tsx";
import { SeatList } from "./seat-list.tsx";

export type MeetingPageProps = {
  readonly meeting: Meeting;
  readonly personId: string;
  readonly votable: readonly Votable[];
};

/** One meeting: its papers, its agenda with notes and decisions, the board as it stood, and who saw what. */
export function MeetingPage({ meeting, personId, votable }: MeetingPageProps) {
  const t = useTranslations("meeting");
  const law = useTranslations("meeting.law");
  const locale = useLocale();
  const { publicId, state, mayKeep, closedAt } = meeting;
  const keeps = mayKeep && (state === "called" || state === "held");
  return (
    <>
      <PageHeader
        up={<TextLink href="/meetings">{t("page.back")}</TextLink>}
        title={<OwnWords>{meeting.title}</OwnWords>}
        badges={<Badge tone={state === "held" ? "info" : "neutral"}>{t(`state.${state}`)}</Badge>}
        lead={[
          formatDate(meeting.heldAt, locale, "time"),
          ...(meeting.venue ? [readerHalf(meeting.venue, locale)] : []),
          ...(closedAt ? [t("page.closed", { day: formatDate(closedAt, locale) })] : []),
        ].join(" · ")}
      />
      {meeting.reason ? (
        <NoticeBox className="mb-6">
          {t("page.cancelled", { reason: readerHalf(meeting.reason, locale) })}
        </NoticeBox>
      ) : null}
      <Section
        id="papers"
        title={t("page.papers")}
        action={mayKeep ? <TextLink href={`/meetings/${publicId}/law`}>{law("open")}</TextLink> : null}
      >
        <PaperList papers={meeting.papers} state={state} />
      </Section>
      <KeptList kept={meeting.kept} />
      <Section id="agenda" title={t("page.agenda")}>
        {meeting.items.length === 0 ? <p className="text-muted">{t("page.noItems")}</p> : null}
        <SavedTextsProvider personId={personId} meeting={publicId}>
          <ol className="hairline-list border-y border-line">
            {meeting.items.map((item) => (
              <AgendaItem
                key={item.position}
                meeting={publicId}
                item={item}
                title={itemTitle(item, locale)}
                figures={<GoalFigures goal={item.goal} standings={meeting.snapshot.standings} />}
                keeps={keeps}
                held={state === "held"}
                votable={votable}
              />
            ))}
          </ol>
          {keeps ? <MeetingControls meeting={meeting} /> : null}
        </SavedTextsProvider>
      </Section>
      {state === "closed" && meeting.minutes ? (
        <Section id="minutes" title={t("page.minutes")}>
          <p className="prose-measure whitespace-pre-line">
            <OwnWords mark>{meeting.minutes}</OwnWords>
          </p>
        </Section>
      ) : null}
      <Section
        id="snapshot"
        title={t("page.snapshot")}
        fold={formatDate(meeting.snapshot.at, locale, "time")}
        shut
      >
        <p className="mb-2 text-sm text-muted">
          {`${t("page.snapshotAt", { at: formatDate(meeting.snapshot.at, locale, "time") })} · `}
          {meeting.snapshot.release ? (
            <TextLink href={`/releases/${meeting.snapshot.release.publicId}`}>
              {t("page.release", { ...meeting.snapshot.release })}
            </TextLink>
          ) : (
            t("page.noRelease")
          )}
        </p>
        <StandingTable caption={t("page.snapshot")} standings={meeting.snapshot.standings} />
      </Section>
      {mayKeep ? (
        <>
          <Section id="seats" title={t("page.seats")} fold={meeting.seats.length} shut>
            <SeatList meeting={publicId} seats={meeting.seats} keeps={keeps} />
          </Section>
          <Views views={meeting.views} />
        </>
      ) : null}
    </>
  );
}

type GoalFiguresProps = {
  readonly goal: string | null;
  readonly standings: Meeting["snapshot"]["standings"];
};

/** What is known of the goal of a point on the frozen board, beside what was aimed at. */
function GoalFigures({ goal, standings }: GoalFiguresProps) {
  const column = useTranslations("goal.column");
  const standing = standings.find((one) => one.goal === goal);
  if (!standing) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
      <span className="inline-flex flex-wrap items-baseline gap-x-2">
        <span className="text-muted">{column("current")}</span>
        <StandingNow standing={standing} />
      </span>
      <span className="inline-flex flex-wrap items-baseline gap-x-2">
        <span className="text-muted">{column("target")}</span>
        <TargetFigure target={goalCard(standing.goal).target} />
      </span>
    </p>
  );
}

function Views({ views }: Pick<Meeting, "views">) {
  const t = useTranslations("meeting.page");
  const paper = useTranslations("meeting.paper");
  const locale = useLocale();
  const nameOf = (what: string) => {
    const [kind, type] = what.split(".");
    return kind === "page" ? paper("page") : `${paper(kind as "agenda")} ${paper(type as "pdf")}`;
  };
  return (
    <Section id="views" title={t("views")} fold={views.length} shut>
      <p className="prose-measure mb-2 text-sm text-muted">{t("viewsLead")}</p>
      <DataTable
        caption={t("views")}
        rows={views}
        rowKey={({ organization, what }) => `${organization.publicId} ${what}`}
        columns={[
          {
            key: "organization",
            label: t("organization"),
            lead: true,
            cell: ({ organization: body }) => <OwnWords whole>{organizationName(body, locale)}</OwnWords>,
          },
          { key: "what", label: t("what"), cell: ({ what }) => nameOf(what) },
          { key: "first", label: t("first"), cell: ({ first }) => formatDate(first, locale, "time") },
          { key: "last", label: t("last"), cell: ({ last }) => formatDate(last, locale, "time") },
          { key: "times", label: t("times"), align: "end", cell: ({ times }) => times },
        ]}
      />
    </Section>
  );
}
