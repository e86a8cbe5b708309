"use client";

import { useEffect } from "react";
import { usePathname, useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Whoever looks at a page has seen the notices that lead there; the list of notices itself is not such a page. */
export function SeenNotices({ unread }: { readonly unread: number }) {
  const path = usePathname();
  const router = useRouter();
  const client = useTRPCClient();
  useEffect(() => {
    if (unread === 0 || path === "/notices") return;
    client.notice.readOf
      .mutate({ path })
      .then(({ read }) => (read > 0 ? router.refresh() : undefined))
      // The page does not need it; the next look marks them.
      .catch(() => undefined);
  }, [unread, path, router, client]);
  return null;
}
