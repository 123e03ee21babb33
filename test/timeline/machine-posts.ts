import type { SamplePost } from "./kinds";

/** Written the way assistants write: hooks, triads, dashes, lists of emoji, a question at the end. */
export const MACHINE_POSTS: SamplePost[] = [
  {
    handle: "growthwithquill", name: "Quill | Growth Systems 🚀", lang: "en", by: "machine", ago: 12, verified: true,
    text: "Most people think productivity is about doing more.\n\nIt's not.\n\nIt's about doing less — but better.\n\nHere's the thing: the top 1% don't manage their time. They manage their energy, their attention, and their environment.\n\nMaster those three, and everything changes.",
  },
  {
    handle: "promptforge_lab", name: "Prompt Forge Lab", lang: "en", by: "machine", ago: 25,
    text: "I analyzed 1,000 cold emails so you don't have to.\n\nHere are 7 lessons that will transform your outreach:\n\n✅ Lead with value, not credentials\n✅ Keep it under 80 words\n✅ Personalize the first line\n✅ Ask one clear question\n✅ Follow up three times\n✅ Test your subject lines\n✅ Always end with a soft CTA\n\nWhich one will you try first? 👇",
  },
  {
    handle: "mindful_ledger", name: "The Mindful Ledger", lang: "en", by: "machine", ago: 40,
    text: "Failure isn't the opposite of success — it's the foundation of it. Every setback carries a lesson, every obstacle holds an opportunity, and every ending opens the door to a new beginning. The question isn't whether you'll fall. The question is how you'll rise. What's one lesson that failure taught you?",
  },
  {
    handle: "scaleupsam_inv", name: "Sam Scales It", lang: "en", by: "machine", ago: 58, verified: true,
    text: "In today's fast-paced digital landscape, building a personal brand isn't just an option — it's a necessity. Whether you're a seasoned founder or just starting your journey, consistency, authenticity, and strategic storytelling are the keys to unlocking meaningful growth. Let's dive in. 🧵",
    cutAt: 190,
  },
  {
    handle: "deepstackdaily", name: "Deep Stack Daily", lang: "en", by: "machine", ago: 63,
    text: "AI won't replace developers.\n\nBut developers who use AI will replace developers who don't.\n\nLet that sink in.\n\nThe landscape is evolving at an unprecedented pace, and those who embrace these tools today will shape the robust, scalable systems of tomorrow.\n\nThe future belongs to the curious.",
  },
  {
    handle: "habit_harbor", name: "Habit Harbor", lang: "en", by: "machine", ago: 71,
    text: "5 tiny habits that will change your life in 90 days:\n\n🌅 Wake up at the same time every day\n💧 Drink water before coffee\n📖 Read 10 pages\n🚶 Walk for 20 minutes\n📝 Write down three wins\n\nSmall steps. Big results. Save this post — your future self will thank you.",
  },
  {
    handle: "leadershipnotes_x1", name: "Leadership, Notes & Nuance", lang: "en", by: "machine", ago: 95,
    text: "Great leaders don't just manage people; they inspire them. They listen more than they speak, they elevate others before themselves, and they foster a culture where innovation can truly thrive. Leadership is not a title — it's a testament to the trust you build every single day.",
    quote: { handle: "tea_and_tram", name: "Orla", text: "our manager cancelled the 1:1 by sending a thumbs up. just the thumb", lang: "en" },
  },
  {
    handle: "replyguy9000_x", name: "Insightful Ivo", lang: "en", by: "machine", ago: 3, replyingTo: "tea_and_tram",
    text: "Absolutely spot on! This really highlights how important clear communication is in modern workplaces. It's a powerful reminder that small gestures can speak volumes, and that fostering genuine connection remains essential. Thanks for sharing this valuable perspective! 🙌",
  },
  {
    handle: "cryptolumen_ai", name: "Lumen Signals", lang: "en", by: "machine", ago: 110,
    text: "The market isn't just moving — it's evolving. 📈\n\nThree trends you can't afford to ignore this quarter:\n\n🔹 Institutional adoption is accelerating\n🔹 Regulatory clarity is emerging\n🔹 Infrastructure is maturing rapidly\n\nThe bottom line? Patience, discipline, and conviction will separate the winners from the crowd.",
  },
  {
    handle: "wellnessweaver_", name: "Wellness Weaver", lang: "en", by: "machine", ago: 132, aiLabel: true,
    text: "Imagine a world where rest is celebrated, not earned. A world where slowing down isn't seen as weakness, but as wisdom. In the tapestry of modern life, stillness is the thread that holds everything together. Take a breath. You deserve this moment. ✨",
    media: [{ kind: "image", alt: "A misty lake at dawn with a small wooden pier" }],
  },
  {
    handle: "exito_diario_mx", name: "Éxito Diario", lang: "es", by: "machine", ago: 150,
    text: "El éxito no se trata de suerte, se trata de constancia. Cada día es una nueva oportunidad para crecer, aprender y transformar tu realidad. Recuerda: no importa cuán lento avances, siempre y cuando no te detengas. ¿Cuál será tu próximo paso hacia la mejor versión de ti mismo? 💪✨",
  },
  {
    handle: "denkraum_impuls", name: "Denkraum Impulse", lang: "de", by: "machine", ago: 170,
    text: "Erfolg ist kein Zufall – er ist das Ergebnis von Klarheit, Disziplin und Vertrauen. In einer Welt, die sich immer schneller dreht, ist die Fähigkeit zur Fokussierung wichtiger denn je. Es geht nicht darum, alles zu tun, sondern das Richtige. Welche Gewohnheit hat dein Leben nachhaltig verändert?",
  },
  {
    handle: "storycraft_hub", name: "Storycraft Hub", lang: "en", by: "machine", ago: 190, repostedBy: { handle: "moss_and_mortar", name: "Moss & Mortar" },
    text: "Your story matters — more than you realize.\n\nIt's not about being perfect; it's about being present. It's not about having all the answers; it's about asking better questions. And it's not about reaching everyone; it's about reaching the right ones.\n\nSo go ahead. Hit publish. The world is waiting.",
  },
  {
    handle: "grok", name: "Grok", lang: "en", by: "machine", ago: 4, verified: true, replyingTo: "plumbobrien_inv",
    text: "Great question! The claim is partially accurate: the bridge reopened in stages, with pedestrian access restored first and vehicle traffic following several weeks later. Key factors included weather delays, supply constraints, and additional safety inspections.",
  },
];
