import { useEffect, useState } from "preact/hooks";

const EVERY_MS = 30_000;

/** The time, milliseconds since 1970, renewed often enough for words such as “3 minutes ago”. */
export const useNow = (): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};
