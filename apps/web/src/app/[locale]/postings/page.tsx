import { toPostingAddress } from "@lilink/contract";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ExplorePage } from "#features/search/components/explore-page.tsx";
import { SavedSearches } from "#features/search/components/saved-searches.tsx";
import { readExplore, readSavedSearches } from "#features/search/queries.ts";
import { canPost } from "#features/shell/view.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

export default async function PostingsPage({ searchParams }: PageProps<"/[locale]/postings">) {
  const asked = findViewer();
  const [viewer, params, explore, searches] = await Promise.all([
    asked,
    searchParams,
    searchParams.then(readExplore),
    asked.then((viewer) => (viewer ? readSavedSearches() : [])),
  ]);
  const saved = viewer ? (
    <ClientMessages namespaces={["search"]}>
      <SavedSearches
        searches={searches}
        query={toPostingAddress(explore.filter)}
        suggestion={explore.filter.q}
      />
    </ClientMessages>
  ) : null;
  return (
    <ExplorePage explore={explore} isOpen={params.more === "1"} canPost={canPost(viewer)} saved={saved} />
  );
}
