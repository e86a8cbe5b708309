import { formatDate, type Locale, type RecordWords } from "@lilink/i18n";
import { can } from "@lilink/model/policy";
import { Badge, NoticeBox, Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { PathSteps } from "#components/path-steps.tsx";
import { stateTones } from "#features/introduction/view.ts";
import { organizationName } from "#features/organization/view.ts";
import type { RecordView } from "#features/record/queries.ts";
import { readResultOf } from "#features/relay/queries.ts";
import { laneTone } from "#features/relay/view.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";
import { stagesOf } from "../view.ts";

type Given = { readonly record: RecordView; readonly words: RecordWords; readonly locale: Locale };

/** From the offer to what came of it: where it stands, its place on the relay and, for each side, its own talks. [AC6] [AC8] [AC9] */
export async function StagePanel({ record, words, locale }: Given) {
  if (record.liveVersion === null) return null;
  const viewer = await findViewer();
  const actor = actorOf(viewer);
  const trades = viewer?.organization?.verified === true && can(actor, "introduction.read");
  const [t, lanes, states, steps, relay, talks] = await Promise.all([
    getTranslations("achievement"),
    getTranslations("relay"),
    getTranslations("introduction.state"),
    getTranslations("introduction.ledger.steps"),
    readResultOf(record.publicId),
    trades ? (await caller()).introduction.ofAchievement({ achievement: record.publicId }) : [],
  ]);
  const stages = stagesOf(
    { state: record.state, offeredOn: record.shown.values.offeredOn as string | null },
    record.life,
  );
  const at = stages.findIndex(({ isNow }) => isNow);
  const mode = record.shown.values.mode ? words.choice("mode", String(record.shown.values.mode)) : null;
  const isOpen = talks.some(({ state }) => state === "sent" || state === "accepted");
  const asks =
    trades &&
    !record.mayEdit &&
    !isOpen &&
    record.state === "offered" &&
    can(actor, "introduction.ask", { owner: true });
  const contract = talks.find(({ outcome, side }) => side && outcome?.step === "contract")?.outcome;
  return (
    <Section
      id="stage"
      title={t("stage")}
      action={
        asks ? (
          <ButtonLink
            variant="accent"
            href={{ pathname: "/introductions/new", query: { achievement: record.publicId } }}
          >
            {t("ask")}
          </ButtonLink>
        ) : null
      }
    >
      <PathSteps
        at={at}
        isDone={record.state === "closed"}
        steps={stages.map(({ state, on }, index) => ({
          key: state,
          label: words.state(state),
          note: on ? (
            <span className="text-sm text-muted tabular-nums">
              {formatDate(on, locale)}
              {state === "transferred" && mode ? <span className="block">{mode}</span> : null}
            </span>
          ) : index > at ? (
            // The names of the last steps sound as if they were done.
            <span className="text-sm text-muted">{t("notYet")}</span>
          ) : null,
        }))}
      />
      {relay ? (
        <p className="mt-4 flex flex-wrap items-center gap-3">
          <TextLink href={`/fund/relay/${relay.publicId}`}>{t("relay")}</TextLink>
          <Badge tone={laneTone[relay.lane]}>{lanes(`lane.${relay.lane}`)}</Badge>
          <span className="text-sm text-muted">
            {`${lanes("one.holder")}: `}
            <TextLink href={`/organizations/${relay.holder.publicId}`}>
              <OwnWords whole>{organizationName(relay.holder, locale)}</OwnWords>
            </TextLink>
          </span>
        </p>
      ) : record.mayEdit && record.state !== "closed" ? (
        <p className="mt-4 text-sm text-muted">
          {t("noRelay")}{" "}
          <TextLink href={`/fund/relay?${new URLSearchParams({ of: record.publicId })}#offer`}>
            {t("toRelay")}
          </TextLink>
        </p>
      ) : null}
      {record.mayEdit && record.state === "negotiating" && contract ? (
        <NoticeBox
          tone="info"
          className="mt-4"
          title={t("contract", { day: formatDate(contract.on, locale) })}
        >
          {t("contractBody")}
        </NoticeBox>
      ) : null}
      {talks.length > 0 ? (
        <>
          <h3 className="mt-5 mb-1 font-medium">{t("talks")}</h3>
          <p className="mb-2 text-sm text-muted">{t("talksLead")}</p>
          <ul className="hairline-list border-y border-line">
            {talks.map(({ publicId, other, state, sentAt, outcome }) => (
              <li key={publicId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                <TextLink href={`/introductions/${publicId}`}>
                  {other ? <OwnWords whole>{organizationName(other, locale)}</OwnWords> : t("talkClosed")}
                </TextLink>
                <Badge tone={stateTones[state]}>{states(state)}</Badge>
                <span className="text-sm text-muted">
                  {formatDate(sentAt, locale)}
                  {outcome ? ` · ${steps(outcome.step)} ${formatDate(outcome.on, locale)}` : ""}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}
