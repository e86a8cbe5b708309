import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ResultPage } from "#features/relay/components/result-page.tsx";
import { readResult } from "#features/relay/queries.ts";
import { titleOf } from "#features/relay/view.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { findViewer } from "#lib/session.ts";

type Props = PageProps<"/[locale]/fund/relay/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, locale, t] = await Promise.all([params, getLocale(), getTranslations("relay")]);
  return toPageTitle(t("title"), async () => {
    const found = await readResult(id);
    return found ? titleOf(found.result, locale) : undefined;
  });
}

export default async function OneRelayResult({ params }: Props) {
  const { id } = await params;
  const [found, viewer] = await Promise.all([readResult(id), findViewer()]);
  if (!found) notFound();
  return (
    <ClientMessages namespaces={["relay"]}>
      <ResultPage {...found} viewer={viewer} />
    </ClientMessages>
  );
}
