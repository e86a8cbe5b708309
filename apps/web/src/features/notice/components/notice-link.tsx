"use client";

import { cn } from "@lilink/ui";
import type { ReactNode } from "react";
import { Link } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type NoticeLinkProps = {
  readonly id: string;
  readonly path: string;
  readonly read: boolean;
  readonly children: ReactNode;
};

/** Leads to what the notice is about and marks it as read on the way. */
export function NoticeLink({ id, path, read, children }: NoticeLinkProps) {
  const client = useTRPCClient();
  return (
    <Link
      href={path}
      prefetch={false}
      // The way there does not wait for the mark, and goes on without it.
      onClick={() => void (read ? null : client.notice.read.mutate({ id }).catch(() => null))}
      className={cn("text-link", read ? "" : "font-semibold")}
    >
      {children}
    </Link>
  );
}
