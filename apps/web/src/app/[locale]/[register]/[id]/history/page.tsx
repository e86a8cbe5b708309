import { formatDate, isLocale, recordWords } from "@lilink/i18n";
import { Badge, Diff, PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { readRecord, recordCaller, requireReader, requireRegister } from "#features/record/queries.ts";
import { diffVersions, titleOf } from "#features/record/view.ts";
import { saverIn } from "#lib/person-in.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";

type Props = PageProps<"/[locale]/[register]/[id]/history">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.history"))("title") };
}

/** Every version that the reader may read, the newest first, each with what it changed. */
export default async function RecordHistoryPage({ params }: Props) {
  const [{ register: path, id }, given, t] = await Promise.all([
    params,
    getLocale(),
    getTranslations("register.history"),
  ]);
  const say = await getTranslations("register");
  const locale = isLocale(given) ? given : "en";
  const register = requireRegister(path);
  await requireReader(register, `/${path}/${id}/history`);
  const words = recordWords(register.name, locale);
  const api = await recordCaller(register);
  const [record, versions] = await Promise.all([
    readRecord(register, id),
    orNotFound(api.history({ publicId: id })),
  ]);
  const oldest = versions.at(-1)?.version ?? 1;
  const pathname = `/${register.rest.path}/${id}`;
  return (
    <>
      <PageHeader
        up={<TextLink href={pathname}>{titleOf(register, record.shown.values, locale).own}</TextLink>}
        title={t("title")}
        lead={t("lead")}
      />
      {versions.map((version, at) => (
        <Section
          key={version.version}
          id={`version-${version.version}`}
          title={
            <span className="flex flex-wrap items-center gap-2">
              {t("version", { version: version.version })}
              <Badge tone={version.status === "live" ? "success" : "neutral"}>
                {t(`status.${version.status as "live"}`)}
              </Badge>
              <span className="text-sm font-normal text-muted">
                {[formatDate(version.savedAt, locale, "time"), saverIn(version, locale, say), version.note]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          }
        >
          <dl className="hairline-list">
            {diffVersions(register, words, locale, versions[at + 1]?.values ?? null, version.values).map(
              ({ name, before, after }) => (
                <div key={name} className="grid gap-x-6 py-2 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
                  <dt className="text-muted">{words.field(name, version.values)}</dt>
                  <dd>
                    {versions[at + 1] ? (
                      <Diff
                        before={before}
                        after={after}
                        text={{ added: t("added"), removed: t("removed") }}
                      />
                    ) : (
                      // Nothing stands before the first version that the reader reads, so nothing in it is new.
                      <p className="whitespace-pre-wrap">{after}</p>
                    )}
                  </dd>
                </div>
              ),
            )}
          </dl>
        </Section>
      ))}
      {oldest > 1 ? <p className="text-sm text-muted">{t("earlier", { version: oldest - 1 })}</p> : null}
    </>
  );
}
