import { isLocale, recordWords } from "@lilink/i18n";
import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { isOnItsWay } from "#components/file-on-its-way.ts";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { SendFile } from "#components/send-file.tsx";
import { ImportItem } from "#features/record/components/import-item.tsx";
import { recordCaller, requireRegister } from "#features/record/queries.ts";
import { mayCreate } from "#features/record/view.ts";
import { requireViewer } from "#lib/session.ts";

type Props = PageProps<"/[locale]/[register]/import">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { register, locale } = await params;
  const { title } = recordWords(requireRegister(register).name, locale);
  const t = await getTranslations("register.import");
  return { title: `${title}: ${t("title")}` };
}

/** A file of records on its way in: the template, a place to send it, and what became of those that were sent. */
export default async function ImportPage({ params }: Props) {
  const { register: path } = await params;
  const register = requireRegister(path);
  const pathname = `/${register.rest.path}`;
  const [viewer, given, t, files] = await Promise.all([
    requireViewer(`${pathname}/import`),
    getLocale(),
    getTranslations("register.import"),
    getTranslations("file.import"),
  ]);
  if (!mayCreate(register, viewer)) notFound();
  const locale = isLocale(given) ? given : "en";
  const words = recordWords(register.name, locale);
  const items = await (await recordCaller(register)).imports({});
  const isBusy = items.some(isOnItsWay);
  const template = `/api/export/record-template?register=${register.name}&locale=${locale}`;
  return (
    <ClientMessages namespaces={["file"]}>
      <PageHeader
        up={<TextLink href={pathname}>{words.title}</TextLink>}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="flex max-w-3xl flex-col gap-8">
        <Section id="template" title={t("template")}>
          <p className="mb-3 text-muted">{t("templateLead")}</p>
          <p className="flex flex-wrap gap-4">
            <a className="text-link" href={`${template}&format=xlsx`} download>
              {t("templateXlsx")}
            </a>
            <a className="text-link" href={template} download>
              {t("templateCsv")}
            </a>
          </p>
        </Section>
        <Section id="send" title={t("file")}>
          <p className="mb-3 text-muted">{t("fileLead")}</p>
          {register.name === "patent" ? <p className="mb-3 text-muted">{t("patentLead")}</p> : null}
          <div className="flex flex-col gap-2">
            <SendFile
              id="record-file"
              path="/api/records/import"
              fields={{ register: register.name, locale }}
              label={t("choose")}
              disabled={isBusy}
              {...(register.name === "patent" ? { also: ".xml,.json" } : {})}
            />
          </div>
        </Section>
        {items.length > 0 ? (
          <Section id="sent" title={files("list")}>
            <ul className="flex flex-col gap-3">
              {items.map((item) => (
                <ImportItem
                  key={item.publicId}
                  register={register}
                  words={words}
                  locale={locale}
                  item={item}
                />
              ))}
            </ul>
          </Section>
        ) : null}
        {isBusy ? null : <LiveRefresh topics={["record"]} label={files("runningText")} />}
      </div>
    </ClientMessages>
  );
}
