import pluginVue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

export default tseslint.config(
  { ignores: ['target/**', 'node_modules/**', 'src/gen/**'] },
  ...tseslint.configs.strict,
  ...pluginVue.configs['flat/recommended'],
  {
    files: ['src/**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      // Texts belong to the language files.
      'vue/no-bare-strings-in-template': [
        'error',
        { allowlist: ['—', '·', '/', '?', '%', '×', '+', '(', ')', ':', '–', '…', '☰', '✓'] },
      ],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      // Prettier decides about form.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
    },
  },
  {
    // One describe block of a test file is a chapter, not a function.
    files: ['src/**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
)
