import { getLocale } from "next-intl/server";
import { HomePage } from "#features/home/components/home-page.tsx";
import { readChainCounts, readGoalTeasers, readTeasers } from "#features/home/queries.ts";
import { readStandings } from "#features/standing/queries.ts";
import { findViewer } from "#lib/session.ts";

export default async function Home() {
  const locale = await getLocale();
  const [viewer, chain, goals, standings, teasers] = await Promise.all([
    findViewer(),
    readChainCounts(),
    readGoalTeasers(locale),
    readStandings(),
    readTeasers(locale),
  ]);
  return (
    <HomePage
      signedIn={viewer !== null}
      chain={chain}
      goals={goals}
      standings={standings}
      teasers={teasers}
    />
  );
}
