import { formatDate, type Locale } from "@lilink/i18n";
import { Section, Timeline } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { ReturnContent, ReturnEvent } from "../queries.ts";
import { figureName } from "../view.ts";

const kinds = ["opened", "submitted", "queried", "verified", "corrected", "imported"] as const;
type Kind = (typeof kinds)[number];
const askedSchema = z.array(z.object({ component: z.string().nullable(), text: z.string() }));

export type EventListProps = {
  readonly events: readonly ReturnEvent[];
  readonly content: Pick<ReturnContent, "components" | "dimensions">;
};

/** What happened to the return, the last first. */
export function EventList({ events, content }: EventListProps) {
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  const known = events.filter((event): event is ReturnEvent & { kind: Kind } =>
    kinds.some((one) => one === event.kind),
  );
  return (
    <Section id="history" title={t("page.history")}>
      {known.length === 0 ? <p className="text-muted">{t("page.noHistory")}</p> : null}
      <Timeline
        label={t("page.history")}
        events={known.toReversed().map((event) => ({
          key: event.id,
          when: t("event.by", {
            date: formatDate(event.at, locale, "time"),
            name: event.by ?? (event.organization ? organizationName(event.organization, locale) : ""),
          }),
          dateTime: event.at.toISOString(),
          title: t(`event.${event.kind}`, { version: event.version }),
          body:
            event.kind === "queried" ? (
              <AskedLines text={event.text} content={content} />
            ) : event.text ? (
              <p className="text-muted">
                <OwnWords>{event.text}</OwnWords>
              </p>
            ) : null,
          tone:
            event.kind === "queried"
              ? ("warning" as const)
              : event.kind === "verified"
                ? ("success" as const)
                : ("info" as const),
        }))}
      />
    </Section>
  );
}

/** What a checker asked, line by line. */
export function AskedLines({
  text,
  content,
}: { readonly text: string | null } & Pick<EventListProps, "content">) {
  const t = useTranslations("return.event");
  const locale = useLocale();
  const asked = askedSchema.safeParse(toJson(text));
  if (!asked.success) return null;
  return (
    <ul className="flex flex-col gap-1">
      {asked.data.map((line) => (
        <li key={`${line.component} ${line.text}`}>
          <span className="text-muted">
            {line.component === null
              ? t("whole")
              : figureName(content, { component: line.component, site: "", place: [] }, locale)}
            {locale === "en" ? ": " : "："}
          </span>
          <OwnWords>{line.text}</OwnWords>
        </li>
      ))}
    </ul>
  );
}

function toJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
