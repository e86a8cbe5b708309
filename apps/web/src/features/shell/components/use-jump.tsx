"use client";

import type { CommandGroup } from "@lilink/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPC } from "#lib/trpc/use-trpc.ts";
import type { NavGroup } from "../view.ts";
import { NavIcon } from "./nav-icon.tsx";

const pauseMilliseconds = 150;

type Jump = { readonly found: readonly CommandGroup[]; readonly isWaiting: boolean };

/** How the platform names a posting in the other language: it knows the chain, so it comes when such a posting is found. */
const loadTitles = () => import("#features/posting/view.ts");

/** What the exchange holds for the typed letters, once the typing pauses, each with the kind of thing that it is. */
export function useJump(typed: string, nav: readonly NavGroup[]): Jump {
  const t = useTranslations("nav.found");
  const locale = useLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const q = usePaused(typed.trim()).slice(0, 100);
  const { data, isFetching } = useQuery(
    trpc.search.jump.queryOptions(
      { q },
      { enabled: q !== "", placeholderData: keepPreviousData, retry: false },
    ),
  );
  const isOther = (language: string) => (language === "en") !== (locale === "en");
  const isForeign = data?.postings.some(({ language }) => isOther(language)) ?? false;
  const titles = useQuery({
    queryKey: ["titlesOfPostings"],
    queryFn: loadTitles,
    enabled: isForeign,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isTyped = typed.trim() !== "";
  const isWaiting = isTyped && (isFetching || titles.isLoading || q !== typed.trim().slice(0, 100));
  if (q === "" || !isTyped || !data || titles.isLoading) return { found: [], isWaiting };
  const names = new Map(nav.flatMap(({ entries = [] }) => entries.map(({ href, label }) => [href, label])));
  const groups: readonly CommandGroup[] = [
    {
      id: "concepts",
      label: t("concepts"),
      entries: data.concepts.map((concept) => ({
        id: `concept ${concept.id}`,
        label: locale === "en" ? concept.en : concept.zh,
        note: locale === "en" ? concept.zh : concept.en,
        kind: t(`kind.${concept.type}`),
        always: true,
        icon: <NavIcon item="chain" />,
        run: () => router.push(`/chain/${concept.id}`),
      })),
    },
    {
      id: "postings",
      label: t("postings"),
      entries: data.postings.map((posting) => ({
        id: `posting ${posting.publicId}`,
        ...(isOther(posting.language) && titles.data
          ? {
              label: titles.data.madeTitle(posting.concept, posting.figures, locale),
              mark: t("made"),
              note: posting.title,
            }
          : { label: posting.title }),
        kind: t(`kind.${posting.kind}`),
        always: true,
        icon: <NavIcon item="postings" />,
        run: () => router.push(`/postings/${posting.publicId}`),
      })),
    },
    {
      id: "organizations",
      label: t("organizations"),
      entries: data.organizations.map((organization) => ({
        id: `organization ${organization.publicId}`,
        label: locale === "en" ? (organization.nameEn ?? organization.nameZh) : organization.nameZh,
        kind: t("kind.organization"),
        always: true,
        icon: <NavIcon item="organizations" />,
        run: () => router.push(`/organizations/${organization.publicId}`),
      })),
    },
    {
      id: "goals",
      label: t("goals"),
      entries: data.goals.map((goal) => ({
        id: `goal ${goal.id}`,
        label: locale === "en" ? goal.en : goal.zh,
        note: goal.id,
        kind: t("kind.goal"),
        always: true,
        icon: <NavIcon item="goals" />,
        run: () => router.push(`/goals/${goal.id}`),
      })),
    },
    {
      id: "records",
      label: t("records"),
      entries: data.records.map(({ path, publicId, zh, en }) => ({
        id: `record ${path} ${publicId}`,
        label: (locale === "en" ? (en ?? zh) : (zh ?? en)) ?? publicId,
        kind: names.get(`/${path}`) ?? t("kind.record"),
        always: true,
        run: () => router.push(`/${path}/${publicId}`),
      })),
    },
  ];
  return { found: groups.filter((group) => group.entries.length > 0), isWaiting };
}

/** The value as it was when it last stood still. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
