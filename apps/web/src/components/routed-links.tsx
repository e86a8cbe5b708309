"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Where there is room, a link may open its thing beside the present page instead. */
const pathOf = ({ pathname, search, hash, dataset }: HTMLAnchorElement) =>
  dataset.beside && matchMedia("(width >= 80rem)").matches ? dataset.beside : `${pathname}${search}${hash}`;

const linkOf = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-routed]") : null;

/**
 * One ear for all plain links of a page: a click goes through the router, a pointer or the focus upon one makes it
 * ready. A list has seventy of them, and each as a component of its own is drawn twice and sent twice.
 */
export function RoutedLinks() {
  const router = useRouter();
  const path = usePathname();
  const waiting = useRef<HTMLElement | null>(null);
  // The page that was waited for is there.
  useEffect(() => {
    delete waiting.current?.dataset.waiting;
    waiting.current = null;
  }, [path]);
  useEffect(() => {
    const ready = new Set<string>();
    const follow = (event: MouseEvent) => {
      const link = linkOf(event);
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (!link || event.defaultPrevented || event.button !== 0 || elsewhere) return;
      event.preventDefault();
      const path = pathOf(link);
      delete waiting.current?.dataset.waiting;
      waiting.current = link;
      if (link.pathname !== location.pathname) link.dataset.waiting = "";
      router.push(path, { scroll: link.dataset.routed !== "still" && path !== link.dataset.beside });
    };
    const prepare = (event: Event) => {
      const link = linkOf(event);
      if (!link || ready.has(link.href)) return;
      ready.add(link.href);
      router.prefetch(pathOf(link));
    };
    document.addEventListener("click", follow);
    document.addEventListener("pointerover", prepare);
    document.addEventListener("focusin", prepare);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("pointerover", prepare);
      document.removeEventListener("focusin", prepare);
    };
  }, [router]);
  return null;
}
