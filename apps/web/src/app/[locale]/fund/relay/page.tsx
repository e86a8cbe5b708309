import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { conceptOptions } from "#features/posting/queries.ts";
import { RelayPage } from "#features/relay/components/relay-page.tsx";
import { readBoard } from "#features/relay/queries.ts";
import { toLocale } from "#features/relay/view.ts";
import { findViewer } from "#lib/session.ts";

type Props = PageProps<"/[locale]/fund/relay">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("relay"))("title") };
}

export default async function Relay({ searchParams }: Props) {
  const [board, viewer, locale, query] = await Promise.all([
    readBoard(),
    findViewer(),
    getLocale(),
    searchParams,
  ]);
  const concepts = board.sources.length > 0 ? conceptOptions(toLocale(locale)) : [];
  return (
    <ClientMessages namespaces={["relay"]}>
      <RelayPage
        board={board}
        viewer={viewer}
        concepts={concepts}
        chosen={typeof query.of === "string" ? query.of : undefined}
      />
    </ClientMessages>
  );
}
