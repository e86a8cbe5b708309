import { recordWords } from "@lilink/i18n";
import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { LandOutline } from "#features/record/components/land-outline.tsx";
import { RecordForm } from "#features/record/components/record-form.tsx";
import { readGiven, requireRegister } from "#features/record/queries.ts";
import { emptyValues, mayCreate } from "#features/record/view.ts";
import { requireViewer } from "#lib/session.ts";

type Props = PageProps<"/[locale]/[register]/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { register, locale } = await params;
  const t = await getTranslations("register.list");
  return { title: t("create", { one: recordWords(requireRegister(register).name, locale).one }) };
}

export default async function NewRecordPage({ params, searchParams }: Props) {
  const [{ register: path }, query] = await Promise.all([params, searchParams]);
  const register = requireRegister(path);
  const pathname = `/${register.rest.path}`;
  const [viewer, locale, t] = await Promise.all([
    requireViewer(`${pathname}/new`),
    getLocale(),
    getTranslations("register.list"),
  ]);
  if (!mayCreate(register, viewer)) notFound();
  const words = recordWords(register.name, locale);
  const given = await readGiven(register, query);
  return (
    <ClientMessages namespaces={["register", "posting"]}>
      <PageHeader
        up={<TextLink href={pathname}>{words.title}</TextLink>}
        title={t("create", { one: words.one })}
        lead={words.lead}
      />
      <LandOutline register={register} />
      <RecordForm
        register={register.name}
        values={{ ...emptyValues(register, new Date()), ...given }}
        about={new URLSearchParams(query as Record<string, string>).toString()}
        sources={[]}
      />
    </ClientMessages>
  );
}
