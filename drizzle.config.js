/** For `npm run migration`, which writes the next file of src/store/migrations/ from src/store/schema.ts. */
export default { dialect: 'postgresql', schema: './src/store/schema.ts', out: './src/store/migrations' };
