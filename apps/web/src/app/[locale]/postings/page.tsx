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
  const [viewer, explore] = await Promise.all([findViewer(), searchParams.then(readExplore)]);
  const saved = viewer ? (
    <ClientMessages namespaces={["search"]}>
      <SavedSearches
        searches={await readSavedSearches()}
        query={toPostingAddress(explore.filter)}
        suggestion={explore.filter.q}
      />
    </ClientMessages>
  ) : null;
  return <ExplorePage explore={explore} canPost={canPost(viewer)} saved={saved} />;
}
