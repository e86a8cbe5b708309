import { isLocale, recordWords } from "@lilink/i18n";
import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { LandOutline } from "#features/record/components/land-outline.tsx";
import { RecordForm } from "#features/record/components/record-form.tsx";
import { readRecord, requireRegister } from "#features/record/queries.ts";
import { titleOf } from "#features/record/view.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { requireViewer } from "#lib/session.ts";

type Props = PageProps<"/[locale]/[register]/[id]/edit">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("edit") };
}

export default async function EditRecordPage({ params }: Props) {
  const { register: path, id } = await params;
  const register = requireRegister(path);
  const pathname = `/${register.rest.path}/${id}`;
  const [given, t] = await Promise.all([
    getLocale(),
    getTranslations("register"),
    requireViewer(`${pathname}/edit`),
  ]);
  const locale = isLocale(given) ? given : "en";
  const record = await readRecord(register, id);
  if (!record.mayEdit) return redirect({ href: pathname, locale });
  const { own } = titleOf(register, record.shown.values, locale);
  return (
    <ClientMessages namespaces={["register", "posting"]}>
      <PageHeader
        up={<TextLink href={pathname}>{own || recordWords(register.name, locale).title}</TextLink>}
        title={t("edit")}
      />
      <LandOutline register={register} />
      <RecordForm
        register={register.name}
        publicId={record.publicId}
        revision={record.revision}
        values={record.shown.values}
        sources={record.shown.sources}
      />
    </ClientMessages>
  );
}
