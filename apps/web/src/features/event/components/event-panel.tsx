import { formatDate, type Locale } from "@lilink/i18n";
import type { Values } from "@lilink/model/register";
import { Badge, NoticeBox, Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { findViewer } from "#lib/session.ts";
import { type EventView, readEvent } from "../queries.ts";
import { closedWord, isBeforeSlots } from "../view.ts";
import { WithdrawButton } from "./withdraw-button.tsx";
import { YieldPanel } from "./yield-panel.tsx";

type Given = {
  readonly id: string;
  readonly state: string;
  readonly values: Values;
  readonly locale: Locale;
};

/** What the viewer can do at an event now: register, choose whom to meet, see the day, run the hall. [EV2] */
export async function EventPanel({ id, state, values, locale }: Given) {
  const [t, viewer] = await Promise.all([getTranslations("event"), findViewer()]);
  const view = viewer?.organization?.verified && state !== "draft" ? await readEvent(id) : null;
  const { slots, slotMinutes, opensAt, tables, zones, interestUntil, startsOn, endsOn, venue } =
    values as Readonly<Record<string, string | number>>;
  const days = [startsOn, endsOn === startsOn ? null : endsOn].filter((day) => day);
  const hours = { slots, minutes: slotMinutes, opens: opensAt, tables, zones } as const;
  const closed = closedWord(state);
  return (
    <ClientMessages namespaces={["event"]}>
      <Section id="take-part" title={t(state === "done" ? "panel.titleOver" : "panel.title")}>
        <p className="mb-3 font-medium">
          {days.map((day) => formatDate(String(day), locale)).join(" – ")}
          {venue ? (
            <>
              {" · "}
              <OwnWords>{String(venue)}</OwnWords>
            </>
          ) : null}
        </p>
        {view ? (
          <Actions view={view} id={id} />
        ) : (
          <p className="text-muted">{t(`panel.${closed ?? (viewer ? "unverified" : "signIn")}`)}</p>
        )}
        <p className="mt-3 text-sm text-muted">
          {t("panel.hoursLine", hours as never)}
          {state === "running" && isBeforeSlots(String(startsOn), String(opensAt), new Date()) ? (
            <>
              {" "}
              {t("panel.doorsOpen", { day: formatDate(String(startsOn), locale), opens: String(opensAt) })}
            </>
          ) : null}
          {state === "registration" ? (
            <> {t("panel.interestUntil", { day: formatDate(String(interestUntil), locale) })}</>
          ) : null}
        </p>
      </Section>
      {state === "done" && view && (view.own || view.mayKeep) ? <YieldPanel id={id} /> : null}
    </ClientMessages>
  );
}

async function Actions({ view, id }: { readonly view: EventView; readonly id: string }) {
  const t = await getTranslations("event");
  const { event, own, taken, mayAttend, mayWithdraw, mayKeep } = view;
  const closed = closedWord(event.state);
  const isFull = taken >= event.capacity;
  const comes = own !== null && own.state !== "withdrawn";
  const hasDay = ["published", "running", "done"].includes(event.state);
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="tabular-nums">{t("panel.places", { taken, capacity: event.capacity })}</span>
        {own ? (
          <Badge
            tone={own.state === "checked_in" ? "success" : own.state === "registered" ? "info" : "neutral"}
          >
            {t(`state.${own.state as "registered"}`)}
          </Badge>
        ) : null}
      </p>
      {comes ? <p>{t("panel.registered", { count: own.delegates.length })}</p> : null}
      {!comes && !mayKeep ? (
        <p className="text-muted">
          {closed ? t(`panel.${closed}`) : isFull ? t("attend.full") : mayAttend ? null : t("panel.mayNot")}
        </p>
      ) : null}
      <div className="no-print flex flex-wrap gap-2">
        {mayAttend && !comes && !isFull ? (
          <ButtonLink href={`/events/${id}/attend`} variant="accent">
            {t("panel.attend")}
          </ButtonLink>
        ) : null}
        {comes && hasDay ? (
          <ButtonLink href={`/events/${id}/day`} variant="accent">
            {t("panel.day")}
          </ButtonLink>
        ) : null}
        {comes && event.state === "registration" ? (
          <ButtonLink href={`/events/${id}/interest`} variant="accent">
            {t("panel.interest")}
          </ButtonLink>
        ) : null}
        {comes && mayAttend ? (
          <ButtonLink href={`/events/${id}/attend`}>{t("panel.change")}</ButtonLink>
        ) : null}
        {mayKeep ? (
          <ButtonLink href={`/events/${id}/board`} variant="accent">
            {t("panel.board")}
          </ButtonLink>
        ) : null}
        {mayWithdraw ? <WithdrawButton id={id} /> : null}
      </div>
      {comes && event.state === "interest_closed" ? (
        <NoticeBox tone="info" title={t("interest.closed")}>
          <TextLink href={`/events/${id}/interest`}>{t("interest.title")}</TextLink>
        </NoticeBox>
      ) : null}
    </div>
  );
}
