import { formatDate, formatShare } from "@lilink/i18n";
import { networkLanes } from "@lilink/model/network";
import { Badge, DataTable, EmptyState, NoticeBox, PageHeader, Section, StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { FundStat } from "#features/fund/components/fund-stat.tsx";
import { organizationName } from "#features/organization/view.ts";
import { toLocale } from "#features/relay/view.ts";
import type { NamedBody, Network, Reading } from "../queries.ts";
import { bandText } from "../view.ts";
import { InviteForm } from "./invite-form.tsx";
import { LanePicture } from "./lane-picture.tsx";
import { NameSwitch } from "./name-switch.tsx";

/** The network of confirmed outcomes, in bands; the own position; for officers who agreed to be named, and whom to invite. [NW3] [NW4] [NW5] [NW6] */
export function NetworkPage({ network }: { readonly network: Network }) {
  const t = useTranslations("network");
  const locale = toLocale(useLocale());
  const { asOf, reading, position, bodies, events } = network;
  return (
    <>
      <PageHeader
        title={t("title")}
        badges={<SampleBadge />}
        lead={
          <>
            <p>{t("lead")}</p>
            {asOf ? <p>{t("asOf", { day: formatDate(asOf, locale) })}</p> : null}
          </>
        }
      />
      {reading ? (
        <>
          <Section id="ties" title={t("ties")}>
            <StatRow>
              <FundStat
                label={t("share")}
                value={reading.crossShare === null ? t("withheld") : formatShare(reading.crossShare, locale)}
                note={t("shareNote")}
              />
            </StatRow>
            <LanePicture reading={reading} />
            <CellTable reading={reading} />
          </Section>
          <Section id="isolated" title={t("isolated")}>
            <p className="prose-measure mb-3 text-muted">{t("isolatedLead")}</p>
            <IsolatedTable reading={reading} />
          </Section>
        </>
      ) : (
        <EmptyState
          title={t("none")}
          body={t("noneStep")}
          action={<ButtonLink href="/introductions">{t("toIntroductions")}</ButtonLink>}
        />
      )}
      {position ? <Position position={position} /> : null}
      {network.mayName ? (
        <Section id="named" title={t("named.title")}>
          <p className="prose-measure mb-3 text-muted">{t("named.lead")}</p>
          <NameSwitch named={network.named} />
        </Section>
      ) : null}
      {bodies ? <Bodies bodies={bodies} /> : null}
      {events ? (
        <Section id="invite" title={t("invite.title")}>
          <p className="prose-measure mb-3 text-muted">{t("invite.lead")}</p>
          {events.length > 0 ? (
            <InviteForm
              events={events.map((one) => ({
                value: one.publicId,
                label: `${(locale === "en" ? one.titleEn : one.titleZh) ?? one.titleZh ?? ""} · ${formatDate(one.startsOn, locale)}`,
              }))}
            />
          ) : (
            <NoticeBox>{t("invite.noEvent")}</NoticeBox>
          )}
        </Section>
      ) : null}
    </>
  );
}

function CellTable({ reading }: { readonly reading: Reading }) {
  const t = useTranslations("network");
  const locale = toLocale(useLocale());
  const told = reading.cells.flatMap(({ from, to, band }) => (band ? [{ from, to, band }] : []));
  return (
    <>
      {told.length > 0 ? (
        <DataTable
          caption={t("table")}
          rows={told}
          rowKey={({ from, to }) => `${from}-${to}`}
          columns={[
            {
              key: "between",
              label: t("between"),
              lead: true,
              cell: ({ from, to }) =>
                from === to
                  ? t("within", { lane: t(`lane.${from}`) })
                  : t("pair", { from: t(`lane.${from}`), to: t(`lane.${to}`) }),
            },
            {
              key: "count",
              label: t("count"),
              align: "end",
              speaks: true,
              cell: ({ band }) => bandText(band, locale),
            },
          ]}
        />
      ) : null}
      <p className="mt-2 text-sm text-muted">{t("rest", { count: reading.cells.length - told.length })}</p>
    </>
  );
}

function IsolatedTable({ reading }: { readonly reading: Reading }) {
  const t = useTranslations("network");
  const locale = toLocale(useLocale());
  const rows = networkLanes.filter((lane) => lane in reading.isolated);
  if (rows.every((lane) => !reading.isolated[lane])) return <p className="text-muted">{t("isolatedNone")}</p>;
  return (
    <DataTable
      caption={t("isolated")}
      rows={rows}
      rowKey={(lane) => lane}
      columns={[
        { key: "lane", label: t("link"), lead: true, cell: (lane) => t(`lane.${lane}`) },
        {
          key: "count",
          label: t("firms"),
          align: "end",
          cell: (lane) => {
            const band = reading.isolated[lane];
            return band ? bandText(band, locale) : <span className="text-muted">{t("withheld")}</span>;
          },
        },
      ]}
    />
  );
}

/** Where the reader's own body stands; nobody else reads it. [NW4] */
function Position({ position }: { readonly position: NonNullable<Network["position"]> }) {
  const t = useTranslations("network");
  const { ties, reached, place } = position;
  return (
    <Section id="own" title={t("own.title")}>
      <p className="prose-measure mb-3 text-muted">{t("own.lead")}</p>
      <StatRow>
        <FundStat
          label={t("own.ties")}
          value={String(ties)}
          note={
            reached.length > 0 ? (
              reached.map((lane) => t(`lane.${lane}`)).join(" · ")
            ) : (
              <>
                {t("own.alone")} <TextLink href="/introductions">{t("toIntroductions")}</TextLink>
              </>
            )
          }
        />
        <FundStat
          label={t("own.place")}
          value={place ? t(`place.${place}`) : t("own.noPlace")}
          note={t("own.placeNote")}
        />
      </StatRow>
    </Section>
  );
}

/** Bodies that agreed to be named, for officers. [NW5] */
function Bodies({ bodies }: { readonly bodies: readonly NamedBody[] }) {
  const t = useTranslations("network");
  const locale = useLocale();
  return (
    <Section id="bodies" title={t("bodies.title")}>
      <p className="prose-measure mb-3 text-muted">{t("bodies.lead")}</p>
      {bodies.length === 0 ? (
        <p className="text-muted">{t("bodies.none")}</p>
      ) : (
        <ul className="hairline-list border-y border-line">
          {bodies.map((body) => (
            <li key={body.publicId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
              <TextLink href={`/organizations/${body.publicId}`}>
                <OwnWords whole>{organizationName(body, locale)}</OwnWords>
              </TextLink>
              <span className="text-muted">{body.lanes.map((lane) => t(`lane.${lane}`)).join(" · ")}</span>
              {body.isolated ? (
                <Badge tone="warning">{t("bodies.isolated")}</Badge>
              ) : body.place ? (
                <Badge>{t(`place.${body.place}`)}</Badge>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
