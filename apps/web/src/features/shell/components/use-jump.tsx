"use client";

import type { CommandGroup } from "@lilink/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPC } from "#lib/trpc/use-trpc.ts";
import { NavIcon } from "./nav-icon.tsx";

const pauseMilliseconds = 150;

type Jump = { readonly found: readonly CommandGroup[]; readonly isWaiting: boolean };

/** What the exchange holds for the typed letters, once the typing pauses: concepts, postings, organizations. */
export function useJump(typed: string): Jump {
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
  const isTyped = typed.trim() !== "";
  const isWaiting = isTyped && (isFetching || q !== typed.trim().slice(0, 100));
  if (q === "" || !isTyped || !data) return { found: [], isWaiting };
  const groups: readonly CommandGroup[] = [
    {
      id: "concepts",
      label: t("concepts"),
      entries: data.concepts.map((concept) => ({
        id: `concept ${concept.id}`,
        label: locale === "en" ? concept.en : concept.zh,
        hint: locale === "en" ? concept.zh : concept.en,
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
        label: posting.title,
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
        always: true,
        icon: <NavIcon item="organizations" />,
        run: () => router.push(`/organizations/${organization.publicId}`),
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
