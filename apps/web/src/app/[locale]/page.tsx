import { getLocale } from "next-intl/server";
import { HomePage } from "#features/home/components/home-page.tsx";
import { readChainCounts, readGoalTeasers, readTeasers } from "#features/home/queries.ts";
import { findViewer } from "#lib/session.ts";

export default async function Home() {
  const locale = await getLocale();
  const [viewer, chain, goals, teasers] = await Promise.all([
    findViewer(),
    readChainCounts(),
    readGoalTeasers(locale),
    readTeasers(locale),
  ]);
  return <HomePage signedIn={viewer !== null} chain={chain} goals={goals} teasers={teasers} />;
}
