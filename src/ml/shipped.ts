/** The one model that ships: models/<MODEL_ID>/. */
export const MODEL_ID = "ngram-2";
