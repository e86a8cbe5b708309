import { formatDate } from "@lilink/i18n";
import { Timeline } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { VersionItem } from "../queries.ts";
import { stateOf } from "../view.ts";
import { VersionChanges } from "./version-changes.tsx";

/** The adopted versions, newest first, with reason and changes. */
export function VersionList({
  versions,
  inForce,
}: {
  readonly versions: readonly VersionItem[];
  readonly inForce: number | null;
}) {
  const t = useTranslations("definition");
  const locale = useLocale();
  return (
    <div>
      <h3 className="font-semibold">{t("versions.title")}</h3>
      <p className="mb-3 text-sm text-muted">{t("versions.lead")}</p>
      <Timeline
        label={t("versions.title")}
        events={versions.map((one) => {
          const { version, fromPeriod } = one.definition;
          const at = one.adoptedAt ?? one.createdAt;
          const people = [
            ...(one.proposedBy ? [t("versions.by", { proposer: one.proposedBy })] : []),
            ...(one.adoptedBy ? [t("versions.adoptedBy", { adopter: one.adoptedBy })] : []),
          ];
          return {
            key: String(version),
            when: formatDate(at, locale),
            dateTime: at.toISOString(),
            title: `${t("version", { version, period: fromPeriod })} · ${t(stateOf(one, inForce))}`,
            body:
              version === 1 ? (
                t("versions.first")
              ) : (
                <>
                  <p>{one.reason}</p>
                  {people.length > 0 ? <p className="text-sm text-muted">{people.join(" · ")}</p> : null}
                  <VersionChanges version={one} />
                </>
              ),
          };
        })}
      />
    </div>
  );
}
