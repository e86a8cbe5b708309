import { maxSavedSearches, toPostingAddress } from "@lilink/contract";
import { densityCookie, toDensity } from "@lilink/ui";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ExplorePage } from "#features/search/components/explore-page.tsx";
import { SavedSearches } from "#features/search/components/saved-searches.tsx";
import { readExplore, readSavedSearches } from "#features/search/queries.ts";
import { columnsCookie, toPostingColumns } from "#features/search/view.ts";
import { canPost } from "#features/shell/view.ts";
import { findViewer, isSignedIn } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

export default async function PostingsPage({ searchParams }: PageProps<"/[locale]/postings">) {
  // Asked for together, so that one transaction answers all three.
  const [viewer, params, explore, searches, kept] = await Promise.all([
    findViewer(),
    searchParams,
    searchParams.then(readExplore),
    isSignedIn().then((signedIn) => (signedIn ? readSavedSearches() : [])),
    cookies(),
  ]);
  const query = toPostingAddress(explore.filter);
  const saved = viewer ? (
    <ClientMessages namespaces={["search"]}>
      <SavedSearches
        searches={searches}
        query={query}
        canSave={query !== "" && searches.length < maxSavedSearches}
        suggestion={explore.filter.q}
      />
    </ClientMessages>
  ) : null;
  return (
    <ExplorePage
      explore={explore}
      isOpen={params.more === "1"}
      row={params.row}
      canPost={canPost(viewer)}
      readsFigures={viewer?.organization?.verified === true}
      saved={saved}
      shown={toPostingColumns(kept.get(columnsCookie)?.value, explore.page.items)}
      density={toDensity(kept.get(densityCookie)?.value)}
    />
  );
}
