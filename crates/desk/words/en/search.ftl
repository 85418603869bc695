## Finding a case
search-title = Find a case
search-label = Code name, case number, part of a telephone, words
search-hint = In Russian or in English letters. What you type stands in no address.
search-button = Find
search-none = Nothing was found. Try fewer letters, or a part of the number.
search-found =
    { $n ->
        [one] { $n } case
       *[other] { $n } cases
    }
found-number = the case’s number
found-name = a name
found-code-name = the code name
found-phone = a telephone
found-story = the story
found-said = what was said
