"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";

/** What the last search found; before anything is typed, what an empty one finds. An answer that was overtaken is dropped: nobody asks for it any more. */
export function useSearch<T>(find: (text: string) => Promise<readonly T[]>) {
  const [found, setFound] = useState<readonly T[]>([]);
  const asked = useRef(0);
  const search = async (text: string) => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await find(text);
    if (turn === asked.current) setFound(answer);
  };
  const searchAtOnce = useEffectEvent(search);
  useEffect(() => void searchAtOnce(""), []);
  return { found, search };
}
