import { formatDate } from "@lilink/i18n";
import { Badge, EmptyState, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Engagement } from "../queries.ts";
import { standingTones } from "../view.ts";

/** The clients of the acting person: those who wait first, then those it works for, then what is over. [AV1] */
export function ClientList({ rows }: { readonly rows: readonly Engagement[] }) {
  const t = useTranslations("engagement");
  const groups = {
    waiting: rows.filter(({ standing }) => standing === "proposed"),
    own: rows.filter(({ standing }) => standing === "holds" || standing === "later"),
    past: rows.filter(({ standing }) => ["over", "declined", "ended"].includes(standing)),
  };
  if (rows.length === 0)
    return (
      <EmptyState
        title={t("clients.none")}
        body={t("clients.noneStep")}
        action={<ButtonLink href="/settings">{t("clients.address")}</ButtonLink>}
      />
    );
  return (["waiting", "own", "past"] as const).map((group) =>
    groups[group].length > 0 ? (
      <Section key={group} id={group} title={t(`clients.${group}`)}>
        <ul className="hairline-list border-y border-line">
          {groups[group].map((row) => (
            <Row key={row.publicId} row={row} />
          ))}
        </ul>
      </Section>
    ) : null,
  );
}

function Row({ row }: { readonly row: Engagement }) {
  const t = useTranslations("engagement");
  const locale = useLocale();
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <TextLink href={`/clients/${row.publicId}`}>
          <OwnWords>{row.client ? organizationName(row.client, locale) : ""}</OwnWords>
        </TextLink>
        <p className="text-muted">{row.scopes.map((scope) => t(`scope.${scope}`)).join(" · ")}</p>
      </div>
      <p className="flex flex-wrap items-baseline gap-3 text-sm text-muted sm:justify-end">
        {t("days", {
          from: formatDate(new Date(row.fromOn), locale),
          until: formatDate(new Date(row.untilOn), locale),
        })}
        <Badge tone={standingTones[row.standing]}>{t(`standing.${row.standing}`)}</Badge>
      </p>
    </li>
  );
}
