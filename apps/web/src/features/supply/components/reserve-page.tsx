import { formatDate } from "@lilink/i18n";
import { PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import type { Reserve } from "../queries.ts";
import { StoreRoom } from "./store-room.tsx";
import { TensionGauge } from "./tension-gauge.tsx";

type Given = {
  readonly reserve: Reserve;
  /** Whether the reader may open the store room. */
  readonly opens: boolean;
};

/** Reserves as everybody may know them, how tight supply is, and for the secretariat the store room. */
export function ReservePage({ reserve: { covers, tension }, opens }: Given) {
  const t = useTranslations("supply.reserve");
  return (
    <>
      <PageHeader
        up={<TextLink href="/supply">{t("up")}</TextLink>}
        title={t("title")}
        lead={t("lead")}
        badges={<SampleBadge />}
      />
      <Section id="tension" title={t("tension")}>
        <TensionGauge tension={tension} />
      </Section>
      <Section id="cover" title={t("cover")}>
        <Covers covers={covers} />
      </Section>
      <Section id="lists" title={t("lists")} action={<TextLink href="/ore-reserves">{t("toList")}</TextLink>}>
        <p className="prose-measure text-muted">{t("listsLead")}</p>
      </Section>
      {opens ? (
        <Section id="room" title={t("room")}>
          <p className="mb-3 text-sm text-muted">{t("roomLead")}</p>
          <ClientMessages namespaces={["supply"]}>
            <StoreRoom />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}

const most = 120;
const marks = [0, 15, 30, 60, 90, most];

/** The band of each month as a bar from its low to its high end. */
function Covers({ covers }: Pick<Reserve, "covers">) {
  const t = useTranslations("supply.reserve");
  const locale = useLocale();
  if (covers.length === 0) return <p className="text-muted">{t("coverNone")}</p>;
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {covers.toReversed().map(({ month, low, high }) => (
          <li
            key={month}
            className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[8rem_minmax(0,1fr)_9rem]"
          >
            <span className="text-sm tabular-nums">{formatDate(`${month}-01`, locale, "month")}</span>
            <span aria-hidden className="relative block h-3 bg-sunken">
              <span
                className="absolute inset-y-0 bg-ink"
                style={{
                  left: `${(low / most) * 100}%`,
                  width: `${(((high ?? most) - low) / most) * 100}%`,
                }}
              />
            </span>
            <span className="text-sm tabular-nums">
              {high === null ? t("coverOver", { low }) : t("coverBand", { low, high })}
            </span>
          </li>
        ))}
      </ul>
      <p
        aria-hidden
        className="relative mt-1 hidden h-4 text-xs text-muted tabular-nums sm:mr-[10rem] sm:ml-[9rem] sm:block"
      >
        {marks.map((mark) => (
          <span
            key={mark}
            className="absolute w-8 -translate-x-1/2 text-center"
            style={{ left: `${(mark / most) * 100}%` }}
          >
            {mark}
          </span>
        ))}
      </p>
      <p className="mt-2 text-xs text-muted">{t("coverNote")}</p>
    </>
  );
}
